package io.github.tumorbench.record;

import io.github.tumorbench.study.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a record, strictly: what a file lacks, has too much of or says against another file is a problem with its file
 * and, in a table, its line. {@code run.json} comes first; the problems of all other files are reported at once. Rows
 * keep their order, and what is read writes back to the same bytes.
 */
public final class RecordReader {
    private static final Pattern FOLDER_NAME = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");

    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    private RecordReader(Path folder) {
        this.folder = folder;
    }

    /** Whether a folder holds a record, to the eye of {@link AtomicFolder}: it has a {@code run.json}. */
    public static boolean isRecord(Path folder) {
        return Files.isRegularFile(folder.resolve(RecordLayout.RUN));
    }

    /**
     * Reads all files.
     *
     * @throws InputException if there is no record, a newer program wrote it, or a file of it is damaged
     */
    public static StudyRecord read(Path folder) {
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder) ? "a file" : "no such folder";
            throw new InputException(folder + ": expected the folder of a record, found " + found);
        }
        if (!isRecord(folder)) {
            throw new InputException(
                    folder + ": expected the folder of a record, found a folder without " + RecordLayout.RUN);
        }
        return new RecordReader(folder).read();
    }

    private StudyRecord read() {
        Run run = RecordJson.read(folder.resolve(RecordLayout.RUN), Run.class);
        checkNames(run);
        Execution execution = gather(() -> RecordJson.read(folder.resolve(RecordLayout.EXECUTION), Execution.class));
        int before = problems.size();
        List<ManifestRow> manifest = manifest(run.classes());
        boolean manifestWhole = problems.size() == before;
        if (manifestWhole && manifest.isEmpty()) {
            problems.add(folder.resolve(RecordLayout.MANIFEST) + ": expected at least one image, found none");
        }
        Audit audit = gather(() -> RecordJson.read(folder.resolve(RecordLayout.AUDIT), Audit.class));
        gather(() -> AugmentationPictures.check(folder, run.study()));
        Map<String, String> labels = new LinkedHashMap<>();
        if (manifestWhole) {
            manifest.forEach(row -> labels.put(row.file(), row.label()));
        }
        List<ExperimentRecord> experiments = experiments(run, labels);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new StudyRecord(folder, run, execution, manifest, audit, experiments);
    }

    /** Names become folders and columns: they must be fit for it before anything is looked up by them. */
    private void checkNames(Run run) {
        String name = folder.resolve(RecordLayout.RUN).toString();
        if (run.study() == null || run.provenance() == null) {
            problems.add(name + ": expected a study and its provenance, found null");
        }
        if (run.classes().size() < 2
                || new HashSet<>(run.classes()).size() < run.classes().size()) {
            problems.add(name + ": classes: expected at least two different names, found " + run.classes());
        }
        if (new HashSet<>(run.experiments()).size() < run.experiments().size()) {
            problems.add(name + ": experiments: expected each id once, found " + run.experiments());
        }
        run.experiments().stream()
                .filter(id -> !FOLDER_NAME.matcher(id).matches())
                .forEach(id ->
                        problems.add(name + ": experiments: expected lower-case words joined by hyphens, found " + id));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private List<ManifestRow> manifest(List<String> classes) {
        HashSet<String> known = new HashSet<>(classes);
        String words = "one of " + String.join(", ", classes);
        return CsvIn.read(folder.resolve(RecordLayout.MANIFEST), RecordLayout.MANIFEST_COLUMNS, problems, row -> {
            String file = row.text("file");
            row.unique("file", file);
            return new ManifestRow(
                    file,
                    row.text("sha256"),
                    row.integer("width"),
                    row.integer("height"),
                    row.among("class", known, words),
                    split(row),
                    row.textOrNull("patient"),
                    row.integerOrNull("duplicate_group"),
                    flags(row));
        });
    }

    private static List<String> flags(CsvIn.Row row) {
        return row.list("flags", "words separated by spaces", flag -> flag);
    }

    /** An image that could not be read belongs to no part. */
    private static String split(CsvIn.Row row) {
        boolean none = row.textOrNull("split") == null && flags(row).contains("unreadable");
        return none ? "" : row.text("split");
    }

    /** Several at once, as their tables are most of a record; problems in the experiments' order. */
    private List<ExperimentRecord> experiments(Run run, Map<String, String> labels) {
        List<RecordReader> readers =
                run.experiments().stream().map(id -> new RecordReader(folder)).toList();
        List<ExperimentRecord> experiments = IntStream.range(0, readers.size())
                .parallel()
                .mapToObj(i -> readers.get(i).experiment(run.experiments().get(i), run, labels))
                .toList();
        readers.forEach(reader -> problems.addAll(reader.problems));
        return experiments;
    }

    private ExperimentRecord experiment(String id, Run run, Map<String, String> labels) {
        Path place = folder.resolve(RecordLayout.of(id, ""));
        Experiment experiment = gather(() -> RecordJson.read(place.resolve(RecordLayout.EXPERIMENT), Experiment.class));
        Vocabulary vocabulary = new Vocabulary(run.classes(), labels);
        ExperimentTables tables = new ExperimentTables(place, run.classes(), vocabulary, problems);
        ExperimentRecord record = new ExperimentRecord(
                experiment,
                tables.history(),
                tables.refit(),
                tables.predictions(RecordLayout.PREDICTIONS),
                tables.predictions(RecordLayout.VALIDATION),
                tables.projection(run.schemaVersion()),
                tables.gradcam(),
                run.schemaVersion() < 2
                        ? Explanations.EMPTY
                        : new ExplanationTables(place, vocabulary, problems).read());
        if (experiment != null) {
            check(id, record, place.resolve(RecordLayout.EXPERIMENT).toString());
        }
        return record;
    }

    private void check(String id, ExperimentRecord record, String name) {
        Experiment experiment = record.experiment();
        if (!id.equals(experiment.id())) {
            problems.add(name + ": id: expected " + id + " as its folder, found " + experiment.id());
        }
        if (experiment.pretrained() == null) {
            problems.add(name + ": pretrained: expected an object, found null");
        }
        checkCount(name, "testImages", experiment.testImages(), record.predictions(), RecordLayout.PREDICTIONS);
        checkCount(
                name, "validationImages", experiment.validationImages(), record.validation(), RecordLayout.VALIDATION);
    }

    /** Counts only where the table itself could be read. */
    private void checkCount(String name, String key, int count, List<Prediction> rows, String table) {
        if (problems.isEmpty() && !Objects.equals(count, rows.size())) {
            problems.add(
                    name + ": " + key + ": expected " + rows.size() + " as " + table + " has rows, found " + count);
        }
    }

    private <T> T gather(Supplier<T> read) {
        try {
            return read.get();
        } catch (InputException e) {
            problems.addAll(e.problems());
            return null;
        }
    }
}
