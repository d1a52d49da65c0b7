package io.github.tumorbench.press.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Describes the report's folder as a research object by RO-Crate 1.2 (<a
 * href="https://www.researchobject.org/ro-crate/specification/1.2/">specification</a>): every file, the folders of pictures as
 * a whole, the dataset the record is about, the program, and the run that made the record.
 */
final class RoCrate {
    /** The name the specification demands, at the root. */
    static final String FILE = "ro-crate-metadata.json";

    private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.2";
    private static final String PROGRAM = "#tumorbench";
    private static final String RUN = "#run";
    private static final String DATASET = "#dataset";
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

    private final StudyRecord record;
    private final StudyAnalysis analysis;
    private final Map<String, Long> files;
    private final Map<String, String> titles;
    private final ArrayNode graph = JsonNodeFactory.instance.arrayNode();

    private RoCrate(StudyRecord record, StudyAnalysis analysis, Map<String, Long> files, Map<String, String> titles) {
        this.record = record;
        this.analysis = analysis;
        this.files = files;
        this.titles = titles;
    }

    /**
     * The metadata file's tree.
     *
     * @param files every file of the report but this one, with its size in bytes
     * @param titles of pages by their file
     */
    static ObjectNode of(
            StudyRecord record, StudyAnalysis analysis, Map<String, Long> files, Map<String, String> titles) {
        return new RoCrate(record, analysis, files, titles).tree();
    }

    private ObjectNode tree() {
        entity(FILE, "CreativeWork")
                .<ObjectNode>set("conformsTo", id(SPECIFICATION))
                .set("about", id("./"));
        ObjectNode root = entity("./", "Dataset");
        root.put("name", analysis.title());
        root.put("description", "Record and report of the study " + analysis.study() + ", made with Tumorbench.");
        root.put("datePublished", record.execution().started().substring(0, 10));
        root.set("license", id("https://www.apache.org/licenses/LICENSE-2.0"));
        root.set("mainEntity", id("index.html"));
        root.set("about", id(DATASET));
        Map<String, Long> described = new LinkedHashMap<>(files);
        described.keySet().removeIf(name -> name.startsWith(PICTURES));
        ArrayNode parts = root.putArray("hasPart");
        described.keySet().forEach(name -> parts.add(id(name)));
        described.forEach(this::file);
        folders(parts);
        context();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("@context", SPECIFICATION + "/context");
        tree.set("@graph", graph);
        return tree;
    }

    private void file(String name, long size) {
        ObjectNode file = entity(name, "File");
        file.put("name", titles.getOrDefault(name, name));
        file.put("contentSize", Long.toString(size));
        String format = FORMATS.get(name.substring(name.lastIndexOf('.') + 1));
        if (format != null) {
            file.put("encodingFormat", format);
        }
    }

    /** Pictures are many and alike: described by the folder. */
    private void folders(ArrayNode parts) {
        TreeSet<String> folders = new TreeSet<>();
        files.keySet().stream()
                .filter(name -> name.startsWith(PICTURES))
                .forEach(name -> folders.add(name.substring(0, name.lastIndexOf('/') + 1)));
        for (String folder : folders) {
            parts.add(id(folder));
            entity(folder, "Dataset")
                    .put("name", "Pictures in " + folder)
                    .put("description", "Pictures shown on the report’s pages.");
        }
    }

    private void context() {
        Run.Provenance provenance = record.run().provenance();
        entity(DATASET, "Dataset")
                .put("name", record.audit().dataset())
                .put("description", "The images the study is about; they are not part of this folder.")
                .put("identifier", "sha256:" + provenance.datasetDigest());
        ObjectNode program = entity(PROGRAM, "SoftwareApplication");
        program.put("name", "Tumorbench")
                .put("softwareVersion", provenance.version())
                .put("applicationCategory", "Science")
                .put("identifier", "commit " + provenance.commit());
        program.set("license", id("https://www.apache.org/licenses/LICENSE-2.0"));
        ObjectNode run = entity(RUN, "CreateAction");
        run.put("name", "Training and evaluation of the study’s experiments");
        run.put("startTime", record.execution().started());
        run.put("endTime", record.execution().finished());
        run.set("instrument", id(PROGRAM));
        run.set("object", id(DATASET));
        ArrayNode result = run.putArray("result");
        files.keySet().stream().filter(name -> name.startsWith("record/")).forEach(name -> result.add(id(name)));
        entity("https://www.apache.org/licenses/LICENSE-2.0", "CreativeWork").put("name", "Apache License 2.0");
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
