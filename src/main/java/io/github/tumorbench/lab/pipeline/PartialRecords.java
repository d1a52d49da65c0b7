package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.RecordWriter;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.EnsembleSpec;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Records that hold some experiments of one study each, put together into the record that computing all of it at once gives,
 * {@code execution.json} apart. Ensembles are computed here: they are arithmetic on their members' predictions.
 */
public final class PartialRecords {
    private final List<StudyRecord> parts;
    private final StudyRecord first;
    private final Map<String, ExperimentRecord> experiments = new HashMap<>();

    private PartialRecords(List<StudyRecord> parts) {
        this.parts = parts;
        this.first = parts.get(0);
    }

    /**
     * Writes the whole record.
     *
     * @param parts at least one
     * @param folder an empty one
     * @throws InputException if the parts are of different studies, data, weights, programs or libraries, contradict each
     *     other or do not make a whole
     */
    public static void merge(List<StudyRecord> parts, Path folder) {
        PartialRecords records = new PartialRecords(parts);
        parts.forEach(records::check);
        parts.forEach(records::gather);
        try {
            records.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(StudyRecord part) {
        int version = part.run().schemaVersion();
        if (version != StudyRecord.SCHEMA_VERSION) {
            throw new InputException("%s: expected a record of schema %s to put together, found schema %s"
                    .formatted(part.folder(), StudyRecord.SCHEMA_VERSION, version));
        }
        Map<String, Function<StudyRecord, Object>> same = new LinkedHashMap<>();
        same.put("study", one -> one.run().study().study());
        same.put("study, by its digest", one -> one.run().studyDigest());
        same.put("dataset", one -> one.run().provenance().dataset());
        same.put("images, by their digest", one -> one.run().provenance().datasetDigest());
        same.put("classes", one -> one.run().classes());
        same.put("version of tumorbench", one -> one.run().provenance().version());
        same.put("commit", one -> one.run().provenance().commit());
        same.put("state of the working tree", one -> one.run().provenance().dirty() ? "changed" : "unchanged");
        same.put("versions of the libraries", one -> one.run().provenance().libraries());
        same.put("seeds", one -> one.run().provenance().seeds());
        same.forEach((what, fact) -> {
            Object expected = fact.apply(first);
            Object found = fact.apply(part);
            if (!expected.equals(found)) {
                throw refused(part, what, expected.toString(), found.toString());
            }
        });
        if (!part.manifest().equals(first.manifest()) || !part.audit().equals(first.audit())) {
            throw refused(part, "manifest and audit", "equal files", "others");
        }
        first.run().provenance().weights().forEach((file, digest) -> {
            String found = part.run().provenance().weights().getOrDefault(file, digest);
            if (!found.equals(digest)) {
                throw refused(part, "bytes of " + file, digest, found);
            }
        });
    }

    private InputException refused(StudyRecord part, String what, String expected, String found) {
        return new InputException("%s: expected the same %s as in %s, %s, found %s"
                .formatted(part.folder(), what, first.folder(), expected, found));
    }

    private void gather(StudyRecord part) {
        for (ExperimentRecord one : part.experiments()) {
            ExperimentRecord before = experiments.putIfAbsent(one.experiment().id(), one);
            if (before != null && !before.equals(one)) {
                throw new InputException("%s: expected %s as in the parts before, found it with other results"
                        .formatted(part.folder(), one.experiment().id()));
            }
        }
    }

    private void write(Path folder) throws IOException {
        List<ExperimentRecord> ordered = ordered();
        Run run = first.run();
        Run whole = new Run(
                run.schemaVersion(),
                run.study(),
                run.studyDigest(),
                run.classes(),
                provenance(),
                ordered.stream().map(one -> one.experiment().id()).toList(),
                ledger());
        RecordWriter.write(
                new StudyRecord(folder, whole, execution(ordered), first.manifest(), first.audit(), ordered), folder);
        for (StudyRecord part : parts) {
            copyWhatIsLeft(part.folder(), folder);
        }
    }

    /** By protocol, each time the experiments and then the ensembles. */
    private List<ExperimentRecord> ordered() {
        Study study = first.run().study();
        List<ExperimentRecord> ordered = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Protocol protocol : study.protocols()) {
            Map<String, ExperimentRecord> named = new HashMap<>();
            for (ExperimentSpec spec : study.experimentsUnder(protocol)) {
                ExperimentRecord one = experiments.get(spec.idUnder(protocol));
                if (one == null) {
                    missing.add(spec.idUnder(protocol));
                } else {
                    named.put(spec.name(), one);
                    ordered.add(one);
                }
            }
            for (EnsembleSpec ensemble : study.ensemblesUnder(protocol)) {
                if (named.keySet().containsAll(ensemble.members())) {
                    List<ExperimentRecord> members =
                            ensemble.members().stream().map(named::get).toList();
                    ordered.add(new EnsembleRun(
                                    ensemble, protocol, members, first.run().classes())
                            .run());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new InputException("%s: expected parts that make the whole study together, found none with %s"
                    .formatted(study.study(), String.join(", ", missing)));
        }
        return ordered;
    }

    private Run.Provenance provenance() {
        Map<String, String> weights = new TreeMap<>();
        parts.forEach(part -> weights.putAll(part.run().provenance().weights()));
        Run.Provenance one = first.run().provenance();
        return new Run.Provenance(
                one.version(),
                one.commit(),
                one.dirty(),
                one.dataset(),
                one.datasetDigest(),
                weights,
                one.libraries(),
                one.seeds());
    }

    /** Each look as often as the part that knows most of it has it: parts may have shared a cache. */
    private List<Run.LedgerEntry> ledger() {
        Map<Run.LedgerEntry, Integer> counts = new HashMap<>();
        for (StudyRecord part : parts) {
            Map<Run.LedgerEntry, Integer> here = new HashMap<>();
            part.run().ledger().forEach(entry -> here.merge(entry, 1, Integer::sum));
            here.forEach((entry, count) -> counts.merge(entry, count, Math::max));
        }
        return counts.entrySet().stream()
                .flatMap(entry -> Stream.generate(entry::getKey).limit(entry.getValue()))
                .sorted(LedgerBook.ORDER)
                .toList();
    }

    private Execution execution(List<ExperimentRecord> ordered) {
        List<String> ids = ordered.stream().map(one -> one.experiment().id()).toList();
        List<Execution> all = parts.stream().map(StudyRecord::execution).toList();
        return new Execution(
                StudyRecord.SCHEMA_VERSION,
                all.stream()
                        .map(Execution::started)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                all.stream()
                        .map(Execution::finished)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                all.stream().flatMap(one -> one.hosts().stream()).distinct().toList(),
                all.stream().mapToLong(Execution::peakResidentBytes).max().orElseThrow(),
                all.stream().flatMap(one -> one.stages().stream()).toList(),
                all.stream()
                        .flatMap(one -> one.latencies().stream())
                        .sorted(Comparator.comparingInt(latency -> ids.indexOf(latency.experiment())))
                        .toList());
    }

    /** Pictures: all files that no table or fact is written to. */
    private static void copyWhatIsLeft(Path part, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(part)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path target = folder.resolve(part.relativize(file).toString());
            if (Files.notExists(target)) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
