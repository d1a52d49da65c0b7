package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.press.pages.LandingPage;
import io.github.tumorbench.press.pages.LatestPage;
import io.github.tumorbench.press.pages.ListedVersion;
import io.github.tumorbench.press.pages.PageWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows from the catalogue; equal catalogues give equal bytes. */
final class DerivedFiles {
    static final String SCRIPT = "versions.js";

    private static final PageWriter WRITER = new PageWriter();

    private DerivedFiles() {}

    /** Bytes by name, {@code versions.json} first: whatever is missing after it can be made from it. */
    static Map<String, byte[]> of(Catalogue catalogue) {
        String landing = catalogue.landing().map(one -> one.version().version()).orElse(null);
        List<ListedVersion> listed =
                catalogue.entries().stream().map(one -> listed(catalogue, one)).toList();
        String json = Json.write(catalogue.tree());
        LandingPage page = LandingPage.of(listed, landing);
        LatestPage latest = new LatestPage(landing);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(Catalogue.FILE, json);
        texts.put(SCRIPT, "window.tumorbenchVersions = " + json.stripTrailing() + ";\n");
        texts.put(page.file(), WRITER.write(page));
        texts.put(latest.file(), WRITER.write(latest));
        texts.put(Feed.FILE, Feed.of(catalogue));
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static ListedVersion listed(Catalogue catalogue, Entry entry) {
        Version version = entry.version();
        return new ListedVersion(
                version.version(),
                version.date(),
                version.study(),
                version.title(),
                version.question(),
                version.phantom(),
                catalogue.status(entry),
                catalogue
                        .current(version.study())
                        .map(one -> one.version().version())
                        .orElse(null),
                entry.withdrawn() ? entry.withdrawal().date() : "",
                entry.withdrawn() ? entry.withdrawal().reason() : "",
                version.headlines());
    }
}
