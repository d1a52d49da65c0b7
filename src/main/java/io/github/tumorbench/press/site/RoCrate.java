package io.github.tumorbench.press.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tumorbench.press.pages.Metadata;
import io.github.tumorbench.press.pages.Report;
import io.github.tumorbench.record.Run;
import java.util.List;
import java.util.Map;

/**
 * Describes the report's folder as a research object by RO-Crate 1.2 (<a
 * href="https://www.researchobject.org/ro-crate/specification/1.2/">specification</a>): its pages, data and record, the
 * images the record is about, the program, and the run that made the record. Pictures are left out, as versions of a site
 * share them elsewhere; sizes and digests are the manifest's to tell.
 */
final class RoCrate {
    /** The name the specification demands, at the root. */
    static final String FILE = "ro-crate-metadata.json";

    private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.2";
    private static final String PROGRAM = "#tumorbench";
    private static final String RUN = "#run";
    private static final String IMAGES = "#images";
    private static final String AUTHORS = "#authors";
    private static final String LICENCE = "https://www.apache.org/licenses/LICENSE-2.0";
    private static final String PICTURES = "pictures/";

    private static final Map<String, String> FORMATS = Map.of(
            "html", "text/html",
            "css", "text/css",
            "js", "text/javascript",
            "json", "application/json",
            "csv", "text/csv",
            "svg", "image/svg+xml",
            "png", "image/png",
            "xml", "application/xml");

    private final Report report;
    private final List<String> files;
    private final Map<String, String> titles;
    private final ArrayNode graph = JsonNodeFactory.instance.arrayNode();

    private RoCrate(Report report, List<String> files, Map<String, String> titles) {
        this.report = report;
        this.files = files.stream().filter(name -> !name.startsWith(PICTURES)).toList();
        this.titles = titles;
    }

    /**
     * The metadata file's tree.
     *
     * @param files every file of the report but this one
     * @param titles of pages by their file
     */
    static ObjectNode of(Report report, List<String> files, Map<String, String> titles) {
        return new RoCrate(report, files, titles).tree();
    }

    private ObjectNode tree() {
        ObjectNode descriptor = entity(FILE, "CreativeWork");
        descriptor.set("conformsTo", id(SPECIFICATION));
        descriptor.set("about", id("./"));
        ObjectNode root = entity("./", "Dataset");
        root.put("name", report.analysis().title())
                .put("description", report.question())
                .put("datePublished", Metadata.day(report));
        root.set("license", id(LICENCE));
        root.set("author", id(AUTHORS));
        root.set("mainEntity", id("index.html"));
        root.set("about", id(IMAGES));
        if (report.release() != null) {
            root.put("version", report.release().version());
        }
        ArrayNode parts = root.putArray("hasPart");
        files.forEach(name -> parts.add(id(name)));
        files.forEach(this::file);
        context();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("@context", SPECIFICATION + "/context");
        tree.set("@graph", graph);
        return tree;
    }

    private void file(String name) {
        ObjectNode file = entity(encoded(name), "File");
        file.put("name", titles.getOrDefault(name, name));
        String format = FORMATS.get(name.substring(name.lastIndexOf('.') + 1));
        if (format != null) {
            file.put("encodingFormat", format);
        }
    }

    private void context() {
        var record = report.record();
        Run.Provenance provenance = record.run().provenance();
        entity(IMAGES, "Dataset")
                .put("name", record.audit().dataset())
                .put("description", "The images the study is about; they are not part of this folder.")
                .put("identifier", "sha256:" + provenance.datasetDigest());
        entity(AUTHORS, "Organization").put("name", Metadata.AUTHOR);
        entity(LICENCE, "CreativeWork").put("name", "Apache License 2.0");
        ObjectNode program = entity(PROGRAM, "SoftwareApplication");
        program.put("name", "Tumorbench")
                .put("softwareVersion", provenance.version())
                .put("identifier", "commit " + provenance.commit());
        program.set("license", id(LICENCE));
        ObjectNode run = entity(RUN, "CreateAction");
        run.put("name", "Training and evaluation of the study’s experiments")
                .put("startTime", record.execution().started())
                .put("endTime", record.execution().finished());
        run.set("agent", id(AUTHORS));
        run.set("instrument", id(PROGRAM));
        run.set("object", id(IMAGES));
        ArrayNode result = run.putArray("result");
        files.stream().filter(name -> name.startsWith("record/")).forEach(name -> result.add(id(name)));
    }

    private ObjectNode entity(String id, String type) {
        return graph.addObject().put("@id", id).put("@type", type);
    }

    private static ObjectNode id(String id) {
        return JsonNodeFactory.instance.objectNode().put("@id", encoded(id));
    }

    private static String encoded(String id) {
        return id.replace(" ", "%20");
    }
}
