package io.github.tumorbench.press.site.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A site as its visitors come upon it, who know nothing of how it was made. */
record SiteReader(Path site) {
    /** Everything a visitor can follow leads to something whole, at every moment; gives the versions that are listed. */
    List<String> visit() throws IOException {
        for (Path version : versionFolders()) {
            assertThat(Manifest.read(version)
                            .differences(version, version.getFileName().toString()))
                    .isEmpty();
        }
        if (!Files.exists(site.resolve("versions.json"))) {
            return List.of();
        }
        JsonNode list = json(Files.readString(site.resolve("versions.json")));
        List<String> listed = new ArrayList<>();
        for (JsonNode one : list.path("versions")) {
            Path version = site.resolve(one.path("path").asText());
            assertThat(version.resolve("index.html")).isRegularFile();
            assertThat(Digests.sha256(version.resolve(Manifest.FILE)))
                    .isEqualTo(one.path("manifest").asText());
            listed.add(one.path("version").asText());
        }
        for (String page : List.of("index.html", "latest/index.html")) {
            if (Files.exists(site.resolve(page))) {
                everyLinkLeadsSomewhere(page);
            }
        }
        if (Files.exists(site.resolve("versions.js"))) {
            json(script());
        }
        if (Files.exists(site.resolve("feed.xml"))) {
            Document feed =
                    Jsoup.parse(Files.readString(site.resolve("feed.xml")), "", org.jsoup.parser.Parser.xmlParser());
            assertThat(feed.select("entry link")).allSatisfy(link -> assertThat(site.resolve(link.attr("href")))
                    .isRegularFile());
        }
        return listed;
    }

    /** All lists say the same; nothing is left of work that was cut off. */
    void visitAtRest() throws IOException {
        List<String> listed = visit();
        JsonNode list = json(Files.readString(site.resolve("versions.json")));
        assertThat(json(script())).isEqualTo(list);
        assertThat(page("index.html").select("table tbody th a").eachText())
                .isEqualTo(listed.stream().map(one -> "v" + one).toList());
        assertThat(versionFolders().stream().map(one -> one.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(
                        listed.stream().map(one -> "v" + one).toList());
        String latest = list.path("landing").isNull()
                ? "../index.html"
                : "../v" + list.path("landing").asText() + "/index.html";
        assertThat(page("latest/index.html").select("main a").attr("href")).isEqualTo(latest);
        assertThat(page("latest/index.html").select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("0; url=" + latest);
        assertThat(objects()).isEqualTo(usedObjects());
        try (Stream<Path> beside = Files.list(site.getParent())) {
            assertThat(beside.map(one -> one.getFileName().toString())).noneMatch(name -> name.endsWith("-release"));
        }
    }

    Document page(String name) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(name)));
    }

    private String script() throws IOException {
        String script = Files.readString(site.resolve("versions.js"));
        String head = "window.tumorbenchVersions = ";
        assertThat(script).startsWith(head).endsWith(";\n");
        return script.substring(head.length(), script.length() - 2);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private void everyLinkLeadsSomewhere(String page) throws IOException {
        Path folder = site.resolve(page).getParent();
        for (Element link : page(page).select("a[href]")) {
            String href = link.attr("href").replaceAll("#.*", "");
            Path target =
                    href.isEmpty() ? site.resolve(page) : folder.resolve(href).normalize();
            // Beside the list itself, lists may still be on their way: they come by one renaming each.
            boolean derived =
                    List.of("feed.xml", "latest/index.html", "versions.json").contains(href);
            assertThat(derived || Files.exists(target)).as(page + " → " + href).isTrue();
        }
    }

    private List<Path> versionFolders() throws IOException {
        if (!Files.exists(site)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(site)) {
            return children.filter(
                            one -> SemanticVersion.isFolder(one.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private List<String> objects() throws IOException {
        try (Stream<Path> children = Files.list(site.resolve("objects"))) {
            return children.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> usedObjects() throws IOException {
        List<String> used = new ArrayList<>();
        for (Path version : versionFolders()) {
            for (String line : new String(Files.readAllBytes(version.resolve(Manifest.FILE)), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.contains("../objects/")) {
                    used.add(line.substring(line.lastIndexOf('/') + 1));
                }
            }
        }
        return used.stream().distinct().sorted().toList();
    }
}
