package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.press.analysis.findings.Headline;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A version of a dozen small files, for tests of what happens to versions whatever is in them. */
record SmallContent(SemanticVersion number, boolean phantom, LocalDate date) implements Content {
    static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    static SmallContent of(String number) {
        return new SmallContent(SemanticVersion.parse(number), false, DAY);
    }

    static SmallContent phantom(String number) {
        return new SmallContent(SemanticVersion.parse(number), true, DAY);
    }

    @Override
    public SortedMap<String, String> fill(Path version, Path objects, Disk disk) throws IOException {
        disk.makeFolders(version.resolve("data"));
        disk.makeFolders(objects);
        for (int i = 0; i < 8; i++) {
            disk.write(version.resolve("page-" + i + ".html"), bytes("Page " + i + " of " + number));
        }
        disk.write(version.resolve("index.html"), bytes("<a href=\"page-1.html\">" + number + "</a>"));
        disk.write(version.resolve("cite.html"), bytes("Cite"));
        disk.write(version.resolve("data/metrics.json"), bytes("{}"));
        SortedMap<String, String> shared = new TreeMap<>();
        for (String picture : List.of("a picture of all versions", "a picture of " + number)) {
            String digest = Digests.sha256(picture);
            disk.write(objects.resolve(digest + ".png"), bytes(picture));
            shared.put(SharedObjects.FROM_VERSION + digest + ".png", digest);
        }
        disk.write(version.resolve(Version.FILE), bytes(Json.write(version())));
        return shared;
    }

    private Version version() {
        Headline headline =
                new Headline("net-full-official", "Net", "official", 120, new Estimate(0.95, 0.9, 0.98, "Wilson 95 %"));
        return new Version(
                1,
                number.toString(),
                date.toString(),
                phantom ? "demo" : "study",
                phantom ? "A demonstration" : "A study <of> scans",
                "Which is best?",
                phantom,
                null,
                null,
                new Program("0.1.0", "unknown", false),
                "0".repeat(64),
                List.of(headline));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
