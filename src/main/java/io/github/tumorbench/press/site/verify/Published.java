package io.github.tumorbench.press.site.verify;

import io.github.tumorbench.press.site.versions.VersionFolder;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts a version publishes beside its record: pages, data, citations. */
final class Published {
    private static final List<String> TEXTS =
            List.of(".html", ".json", ".jsonld", ".csv", ".svg", ".css", ".js", ".txt", ".bib", ".ris", ".xml", ".md");

    /** Pictures are named by their bytes, and those depend on the library that packs them. */
    private static final Pattern OBJECT = Pattern.compile("objects/[0-9a-f]{64}\\.");

    private static final Pattern DRAWING = Pattern.compile("(?s)<svg\\b.*?</svg>");

    private Published() {}

    /** Texts by their names within the version. */
    static SortedMap<String, String> of(Path version) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(version)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = version.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(VersionFolder.RECORD + "/")
                        && TEXTS.stream().anyMatch(name::endsWith)) {
                    texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new InputException(version + ": expected a readable version, found " + e.getMessage(), e);
        }
        return texts;
    }

    /** The text without the names of pictures. */
    static String withoutObjects(String text) {
        return OBJECT.matcher(text).replaceAll("objects/.");
    }

    /** The text without drawings. */
    static String withoutDrawings(String text) {
        return DRAWING.matcher(text).replaceAll("<svg></svg>");
    }
}
