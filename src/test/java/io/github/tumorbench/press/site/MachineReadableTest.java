package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.press.pages.Release;
import io.github.tumorbench.press.site.TestRecords.Shape;
import io.github.tumorbench.record.StudyRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says to programs: each page as data, schema.org, Highwire, RO-Crate, sitemap. */
class MachineReadableTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static JsonNode json(Path file) throws IOException {
        return MAPPER.readTree(Files.readString(file));
    }

    private static JsonNode structured(Document page) throws IOException {
        return MAPPER.readTree(
                page.selectFirst("script[type=application/ld+json]").data());
    }

    private Site released(String address, String doi) throws IOException {
        StudyRecord record = TestRecords.write(
                Shape.usual().withBackbones(List.of("ResNet50")).withoutPictures(), folder.resolve("record"));
        Path site = Files.createDirectories(folder.resolve("v1.2.0"));
        Press.render(record, site, new Release("1.2.0", "2026-11-25", address, doi, List.of()), Site.RESAMPLES);
        return new Site(site);
    }

    @Test
    void everyPageLinksItsDataAndTheDataSaysWhatThePageSays() throws IOException {
        Site site = DemoSite.get().site();
        for (Map.Entry<String, Document> page : site.pages().entrySet()) {
            Map<String, String> links = Map.of(
                    "application/json",
                            page.getValue()
                                    .select("link[type=application/json]")
                                    .attr("href"),
                    "text/csv", page.getValue().select("link[type=text/csv]").attr("href"));
            assertThat(page.getValue().select("footer a").eachAttr("href")).containsAll(links.values());
            JsonNode data = json(site.folder().resolve(links.get("application/json")));

            assertThat(data.path("page").asText()).isEqualTo(page.getKey());
            assertThat(data.path("title").asText())
                    .isEqualTo(page.getValue().selectFirst("h1").text());
            List<Element> tables = page.getValue().select("main table").stream()
                    .filter(table -> table.closest("figure") == null)
                    .toList();
            assertThat(data.path("tables")).as(page.getKey()).hasSameSizeAs(tables);
            assertThat(data.path("figures")).hasSameSizeAs(page.getValue().select("main figure.chart"));
            int cells = tables.stream()
                    .mapToInt(table -> table.select("tbody tr > *").size())
                    .sum();
            assertThat(StreamSupport.stream(data.path("tables").spliterator(), false)
                            .flatMap(table ->
                                    StreamSupport.stream(table.path("rows").spliterator(), false))
                            .mapToInt(JsonNode::size)
                            .sum())
                    .as(page.getKey())
                    .isEqualTo(cells);
            int blocks = tables.size()
                    + (int) page.getValue().select("main dl").stream()
                            .filter(list -> list.closest("figure") == null)
                            .count();
            assertThat(rows(site.folder().resolve(links.get("text/csv"))))
                    .filteredOn(row -> row.get("row").equals("title"))
                    .hasSize(blocks);
        }
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .build()
                .parse(new StringReader(Files.readString(file)))
                .getRecords();
    }

    @Test
    void aFactAndACellKeepTheirNotesApart() throws IOException {
        String html = "<main><h1>Title</h1><section aria-labelledby='a'><h2 id='a'>A</h2>"
                + "<dl><div><dt>Accuracy</dt><dd><span>95.1\u00a0%</span> <small>of 120</small></dd></div></dl>"
                + "<table><caption>Cap, \"tion\"</caption><thead><tr><th>Name</th><th>Value</th></tr></thead>"
                + "<tbody><tr><th>a</th><td>1\u202f204<small>1–2</small></td></tr></tbody></table></section></main>";

        PageData data = PageData.of("page.html", Html.parse(html));
        assertThat(data.csv())
                .isEqualTo(
                        """
                        table,row,1,2
                        1,title,,a
                        1,columns,Name,Value
                        1,1,Accuracy,95.1 % | of 120
                        2,title,"Cap, ""tion""\",a
                        2,columns,Name,Value
                        2,1,a,1 204 | 1–2
                        """);
        assertThat(data.json().path("facts").get(0).toString())
                .isEqualTo("{\"section\":\"a\",\"name\":\"Accuracy\",\"value\":\"95.1 %\",\"note\":\"of 120\"}");
        assertThat(data.json().path("tables").get(0).path("rows").toString())
                .isEqualTo("[[\"a\",[\"1 204\",\"1–2\"]]]");
    }

    @Test
    void theFirstPageDescribesReportDataAndProgramInTheWordsOfSchemaOrg() throws IOException {
        Site site = DemoSite.get().site();
        JsonNode graph = structured(site.page("index.html")).path("@graph");

        assertThat(graph.findValuesAsText("@type")).contains("ScholarlyArticle", "Dataset", "SoftwareApplication");
        for (JsonNode file : graph.findValue("distribution")) {
            assertThat(site.folder().resolve(file.path("contentUrl").asText())).exists();
        }
        assertThat(graph.get(0).path("headline").asText())
                .isEqualTo(site.page("index.html").selectFirst("h1").text());
        site.pages().forEach((name, page) -> {
            try {
                assertThat(structured(page).path("@context").asText()).isEqualTo("https://schema.org");
            } catch (IOException e) {
                throw new AssertionError(name, e);
            }
        });
    }

    @Test
    void noTextCanEndTheElementThatHoldsStructuredData() throws IOException {
        StudyRecord record =
                TestRecords.write(Shape.usual().withBackbones(List.of("ResNet50")), folder.resolve("record"));
        Path run = folder.resolve("record/run.json");
        Files.writeString(
                run,
                Files.readString(run).replace("Phantom demonstration", "Phantom </script><script>alert(1)</script>"));
        Path site = Files.createDirectories(folder.resolve("site"));
        Press.render(io.github.tumorbench.record.RecordReader.read(record.folder()), site, Site.RESAMPLES);

        Document page = new Site(site).page("index.html");
        assertThat(page.select("script").stream().map(Element::data)).noneMatch(data -> data.equals("alert(1)"));
        assertThat(structured(page).path("@graph").get(0).path("headline").asText())
                .isEqualTo("Phantom </script><script>alert(1)</script>");
    }

    @Test
    void referenceManagersFindWhatTheyLookFor() throws IOException {
        Document page =
                released("https://example.org/report/", "10.5281/zenodo.1").page("data.html");

        assertThat(page.select("meta[name^=citation_]").stream()
                        .map(tag -> tag.attr("name") + " " + tag.attr("content")))
                .containsExactly(
                        "citation_title Phantom demonstration: Data",
                        "citation_author The Tumorbench authors",
                        "citation_publication_date 2026/11/25",
                        "citation_technical_report_institution Tumorbench",
                        "citation_language en",
                        "citation_technical_report_number 1.2.0",
                        "citation_doi 10.5281/zenodo.1",
                        "citation_fulltext_html_url https://example.org/report/v1.2.0/data.html");
        assertThat(DemoSite.get().site().page("index.html").select("meta[name^=citation_]"))
                .hasSize(5);
    }

    @Test
    void theCrateDescribesTheFolderAndEveryFileItNamesIsThere() throws IOException {
        Site site = DemoSite.get().site();
        JsonNode crate = json(site.folder().resolve("ro-crate-metadata.json"));
        assertThat(crate.path("@context").asText()).isEqualTo("https://w3id.org/ro/crate/1.2/context");
        Set<String> ids = new HashSet<>();
        for (JsonNode entity : crate.path("@graph")) {
            assertThat(ids.add(entity.path("@id").asText()))
                    .as(entity.toString())
                    .isTrue();
            assertThat(entity.path("@type").asText()).isNotEmpty();
            if (entity.path("@type").asText().equals("File")) {
                assertThat(site.folder().resolve(entity.path("@id").asText())).isRegularFile();
            }
        }
        JsonNode descriptor = crate.path("@graph").get(0);
        assertThat(descriptor.path("@id").asText()).isEqualTo("ro-crate-metadata.json");
        assertThat(descriptor.path("conformsTo").path("@id").asText()).isEqualTo("https://w3id.org/ro/crate/1.2");
        assertThat(descriptor.path("about").path("@id").asText()).isEqualTo("./");
        JsonNode root = crate.path("@graph").get(1);
        for (String demanded : List.of("name", "description", "datePublished", "license")) {
            assertThat(root.has(demanded)).as(demanded).isTrue();
        }
        for (JsonNode reference : crate.findValues("@id")) {
            String id = reference.asText();
            assertThat(ids.contains(id) || id.startsWith("https://w3id.org/"))
                    .as(id)
                    .isTrue();
        }
        Set<String> parts =
                new HashSet<>(StreamSupport.stream(root.path("hasPart").spliterator(), false)
                        .map(part -> part.path("@id").asText())
                        .toList());
        assertThat(site.files())
                .filteredOn(name -> !name.startsWith("pictures/") && !name.equals("ro-crate-metadata.json"))
                .allMatch(parts::contains);
    }

    @Test
    void aSitemapIsThereWhereTheAddressIsKnownAndOnlyThere() throws IOException {
        Site site = released("https://example.org/report/", null);

        String map = Files.readString(site.folder().resolve("sitemap.xml"));
        assertThat(map)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset")
                .contains(
                        "<url><loc>https://example.org/report/v1.2.0/index.html</loc><lastmod>2026-11-25</lastmod></url>");
        assertThat(map.split("<loc>")).hasSize(site.pages().size() + 1);
        assertThat(DemoSite.get().site().files()).doesNotContain("sitemap.xml");
    }
}
