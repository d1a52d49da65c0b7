package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.press.analysis.findings.Headline;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The versions as an Atom feed (RFC 4287). Ids come from study and number, so that they stay the same wherever the site lies;
 * days stand for their first second.
 */
final class Feed {
    static final String FILE = "feed.xml";

    private Feed() {}

    static String of(Catalogue catalogue) {
        List<Entry> entries = catalogue.entries();
        String base = entries.stream()
                .map(one -> one.version().address())
                .filter(address -> address != null)
                .findFirst()
                .orElse("");
        String updated = entries.stream()
                .map(Feed::changed)
                .max(Comparator.naturalOrder())
                .orElse("1970-01-01");
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
                .append("  <title>Tumorbench: released reports</title>\n")
                .append("  <id>")
                .append(id("site"))
                .append("</id>\n")
                .append("  <updated>")
                .append(updated)
                .append("T00:00:00Z</updated>\n")
                .append("  <author><name>")
                .append(Citations.AUTHOR)
                .append("</name></author>\n")
                .append("  <link rel=\"self\" type=\"application/atom+xml\" href=\"")
                .append(escaped(base))
                .append(FILE)
                .append("\"/>\n")
                .append("  <link rel=\"alternate\" type=\"text/html\" href=\"")
                .append(escaped(base))
                .append("index.html\"/>\n");
        entries.forEach(one -> out.append(entry(one, base)));
        return out.append("</feed>\n").toString();
    }

    private static String entry(Entry entry, String base) {
        Version version = entry.version();
        String name = version.number().folder();
        String title = name + ": " + version.title() + (version.phantom() ? " (phantom)" : "")
                + (entry.withdrawn() ? ", withdrawn" : "");
        return """
                  <entry>
                    <title>%s</title>
                    <id>%s</id>
                    <published>%sT00:00:00Z</published>
                    <updated>%sT00:00:00Z</updated>
                    <link rel="alternate" type="text/html" href="%s%s/index.html"/>
                    <category term="%s"/>
                    <summary>%s</summary>
                  </entry>
                """
                .formatted(
                        escaped(title),
                        id(version.study() + " " + version.version()),
                        version.date(),
                        changed(entry),
                        escaped(base),
                        name,
                        version.badge(),
                        escaped(summary(entry)));
    }

    private static String summary(Entry entry) {
        if (entry.withdrawn()) {
            return "Withdrawn: " + entry.withdrawal().reason();
        }
        return entry.version().headlines().stream().map(Feed::headline).collect(Collectors.joining(" "));
    }

    private static String headline(Headline one) {
        String accuracy = one.accuracy().hasInterval()
                ? String.format(
                        Locale.ROOT,
                        "%.1f %% (95 %% interval %.1f–%.1f)",
                        100 * one.accuracy().value(),
                        100 * one.accuracy().low(),
                        100 * one.accuracy().high())
                : "–";
        return "%s, protocol %s, %s test images: accuracy %s."
                .formatted(one.name(), one.protocol(), one.images(), accuracy);
    }

    private static String changed(Entry entry) {
        return entry.withdrawn() ? entry.withdrawal().date() : entry.version().date();
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("tumorbench " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
