package io.github.tumorbench.press.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A rendered report as tests ask about it. */
record Site(Path folder) {
    /** Few, as these tests are about pages; a report has many more. */
    static final int RESAMPLES = 200;

    /** Renders a record of this shape into a folder beside it. */
    static Site of(TestRecords.Shape shape, Path folder) throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Press.render(TestRecords.write(shape, folder.resolve("record")), site, RESAMPLES);
        return new Site(site);
    }

    /** A page of the site. */
    Document page(String name) {
        try {
            return Jsoup.parse(Files.readString(folder.resolve(name)), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages by name. */
    Map<String, Document> pages() {
        Map<String, Document> pages = new LinkedHashMap<>();
        files().stream().filter(name -> name.endsWith(".html")).sorted().forEach(name -> pages.put(name, page(name)));
        return pages;
    }

    /** Names of all files. */
    List<String> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of all files, as text of one char per byte so that they can be compared. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String name : files()) {
            try {
                contents.put(
                        name,
                        new String(
                                Files.readAllBytes(folder.resolve(name)),
                                java.nio.charset.StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }
}
