/**
 * The claims of the reproduced study, each checked against a record.
 *
 * <p>In: a record and its analysis. Out: {@link io.github.tumorbench.press.analysis.claims.CheckedClaim}. Must not know pages.
 */
package io.github.tumorbench.press.analysis.claims;
