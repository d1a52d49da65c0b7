package io.github.tumorbench.press.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A page in the vocabulary of schema.org, as JSON-LD: the report, its data and the program; addresses relative to the page. */
final class StructuredData {
    private static final String LICENCE = "https://www.apache.org/licenses/LICENSE-2.0";
    private static final String REPORT = "index.html#report";
    private static final String DATA = "index.html#data";
    private static final String PROGRAM = "index.html#program";

    private final Report report;
    private final ArrayNode graph = JsonNodeFactory.instance.arrayNode();

    private StructuredData(Report report) {
        this.report = report;
    }

    /** JSON in which no {@code <} is left, so that nothing in it can end the script element it stands in. */
    static String of(Report report, String title, String file) {
        StructuredData data = new StructuredData(report);
        if (file.equals(IndexPage.FILE)) {
            data.article();
            data.dataset();
            data.program();
        } else {
            data.page(title, file);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("@context", "https://schema.org");
        root.set("@graph", data.graph);
        return root.toString()
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private void article() {
        ObjectNode article = entity(REPORT, "ScholarlyArticle");
        article.put("headline", report.analysis().title())
                .put("description", report.question())
                .put("datePublished", Metadata.day(report))
                .put("inLanguage", "en")
                .put("license", LICENCE);
        article.set("author", organisation());
        article.set("about", id(DATA));
        article.set("mentions", id(PROGRAM));
        Metadata.address(report, IndexPage.FILE).ifPresent(url -> article.put("url", url));
        if (report.release() != null) {
            article.put("version", report.release().version());
            if (report.release().doi() != null) {
                article.put("identifier", "https://doi.org/" + report.release().doi());
            }
        }
    }

    /** What is published: predictions and metrics, not the images. */
    private void dataset() {
        var run = report.record().run();
        ObjectNode dataset = entity(DATA, "Dataset");
        dataset.put("name", "Predictions and metrics: " + report.analysis().title())
                .put(
                        "description",
                        "What each experiment of the study predicted for each test image, and every metric computed from"
                                + " it, unrounded. " + report.question())
                .put("datePublished", Metadata.day(report))
                .put("license", LICENCE)
                .put("isAccessibleForFree", true)
                .put("measurementTechnique", "image classification by convolutional neural networks");
        dataset.set("creator", organisation());
        dataset.set("isPartOf", id(REPORT));
        dataset.putArray("keywords")
                .add("brain tumour")
                .add("MRI")
                .add("classification")
                .add("benchmark");
        dataset.putObject("isBasedOn")
                .put("@type", "Dataset")
                .put("name", report.record().audit().dataset())
                .put("identifier", "sha256:" + run.provenance().datasetDigest())
                .put(
                        "description",
                        "The images that were classified, as the record knows them by the digest of all files.");
        ArrayNode files = dataset.putArray("distribution");
        for (String file : List.of("data/metrics.json", "data/metrics.csv", "data/comparisons.csv")) {
            files.addObject()
                    .put("@type", "DataDownload")
                    .put("contentUrl", file)
                    .put("encodingFormat", file.endsWith("csv") ? "text/csv" : "application/json");
        }
    }

    private void program() {
        var provenance = report.record().run().provenance();
        ObjectNode program = entity(PROGRAM, "SoftwareApplication");
        program.put("name", "Tumorbench")
                .put("softwareVersion", provenance.version())
                .put("applicationCategory", "Science")
                .put("operatingSystem", "Linux, macOS, Windows")
                .put("identifier", report.commit())
                .put("license", LICENCE);
        program.set("author", organisation());
    }

    private void page(String title, String file) {
        ObjectNode page = entity(file, "WebPage");
        page.put("name", title).put("inLanguage", "en").put("datePublished", Metadata.day(report));
        page.set("isPartOf", id(REPORT));
        Metadata.address(report, file).ifPresent(url -> page.put("url", url));
    }

    private ObjectNode entity(String id, String type) {
        return graph.addObject().put("@type", type).put("@id", id);
    }

    private static ObjectNode organisation() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@type", "Organization")
                .put("name", Metadata.AUTHOR);
    }

    private static ObjectNode id(String id) {
        return JsonNodeFactory.instance.objectNode().put("@id", id);
    }
}
