/**
 * Released versions: {@code site/vX.Y.Z/} and what lies around them.
 *
 * <p>In: a record, a version number, a date, and the site as it is. Out: the site with one version more, or with one withdrawn,
 * in one step. A version is never changed after its release; what may change ({@code versions.json}, its twin
 * {@code versions.js}, the landing page, {@code latest/}, the feed) is derived from the versions' own {@code version.json} and the
 * withdrawals in {@code versions.json}, and is derived again whenever a release begins. Must not know how a report is made.
 *
 * <pre>
 * site/
 *   vX.Y.Z/                 a report: pages, data/, record/, version.json; every file in MANIFEST.sha256
 *   vX.Y.Z/MANIFEST.sha256  lines of sha256sum, paths relative to the folder, shared objects as ../objects/…
 *   objects/SHA256.EXT      pictures and fonts of all versions, each once
 *   versions.json           every version with its status, the newest first; versions.js says the same to scripts
 *   index.html              lists them
 *   latest/index.html       leads to the landing study's current version
 *   feed.xml                Atom
 * </pre>
 */
package io.github.tumorbench.press.site.versions;
