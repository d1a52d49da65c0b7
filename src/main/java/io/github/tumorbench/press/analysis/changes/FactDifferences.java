package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.changes.FactChange.Area;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Facts that differ between two records, in the order of {@link Area}. */
final class FactDifferences {
    private final List<FactChange> found = new ArrayList<>();

    private FactDifferences() {}

    static List<FactChange> of(StudyRecord before, StudyRecord after) {
        FactDifferences differences = new FactDifferences();
        Run.Provenance one = before.run().provenance();
        Run.Provenance two = after.run().provenance();
        differences.data(before, after);
        differences.maps(Area.WEIGHTS, "", one.weights(), two.weights());
        differences.add(Area.CODE, "version", one.version(), two.version());
        differences.add(Area.CODE, "commit", one.commit(), two.commit());
        differences.add(Area.CODE, "uncommitted changes", one.dirty() ? "yes" : "no", two.dirty() ? "yes" : "no");
        if (!before.run().study().equals(after.run().study())) {
            differences.maps(
                    Area.CONFIGURATION,
                    "",
                    StudyKeys.of(before.run().study()),
                    StudyKeys.of(after.run().study()));
        }
        differences.maps(Area.CONFIGURATION, "seed of ", texts(one.seeds()), texts(two.seeds()));
        differences.maps(Area.ENVIRONMENT, "", one.libraries(), two.libraries());
        differences.maps(Area.ENVIRONMENT, "", machine(before.execution()), machine(after.execution()));
        return List.copyOf(differences.found);
    }

    /** What training came to and what came of it. */
    static List<FactChange> of(Experiment before, Experiment after) {
        FactDifferences differences = new FactDifferences();
        differences.maps(Area.EXPERIMENT, "", facts(before), facts(after));
        return List.copyOf(differences.found);
    }

    private static Map<String, String> facts(Experiment one) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("backbone", one.backbone());
        facts.put("members", one.ensemble() ? String.join(", ", one.members()) : null);
        facts.put("schedule", one.schedule());
        facts.put("feature layer", one.features().isEmpty() ? null : one.features());
        facts.put("input", Integer.toString(one.input()));
        facts.put("parameters", Long.toString(one.parameters()));
        facts.put("trained parameters", Long.toString(one.trainableParameters()));
        facts.put("training images", Integer.toString(one.trainImages()));
        facts.put("validation images", Integer.toString(one.validationImages()));
        facts.put("epochs", Integer.toString(one.epochs()));
        facts.put("epoch kept", Integer.toString(one.restoredEpoch()));
        facts.put("why it stopped", one.stoppingReason());
        facts.put("SHA-256 of the model", one.savedModelDigest());
        return facts;
    }

    private void data(StudyRecord before, StudyRecord after) {
        Run.Provenance one = before.run().provenance();
        Run.Provenance two = after.run().provenance();
        add(Area.DATA, "dataset", one.dataset(), two.dataset());
        add(Area.DATA, "digest", one.datasetDigest(), two.datasetDigest());
        if (before.audit() != null && after.audit() != null) {
            add(Area.DATA, "edition", before.audit().edition(), after.audit().edition());
        }
        add(
                Area.DATA,
                "classes",
                String.join(", ", before.run().classes()),
                String.join(", ", after.run().classes()));
        add(
                Area.DATA,
                "images",
                Integer.toString(before.manifest().size()),
                Integer.toString(after.manifest().size()));
        images(before.manifest(), after.manifest());
    }

    /** Counts of images that came, went or have another of their facts. */
    private void images(List<ManifestRow> before, List<ManifestRow> after) {
        Map<String, ManifestRow> one = byFile(before);
        Map<String, ManifestRow> two = byFile(after);
        count("images removed", one.keySet().stream().filter(file -> !two.containsKey(file)));
        count("images added", two.keySet().stream().filter(file -> !one.containsKey(file)));
        Map<String, Function<ManifestRow, Object>> facts = new LinkedHashMap<>();
        facts.put("images with other bytes", ManifestRow::sha256);
        facts.put("images of another class", ManifestRow::label);
        facts.put("images in another part", ManifestRow::split);
        facts.put("images of another patient", ManifestRow::patient);
        facts.put("images with other copies", ManifestRow::duplicateGroup);
        facts.forEach((name, fact) -> count(
                name,
                one.keySet().stream()
                        .filter(two::containsKey)
                        .filter(file -> !Objects.equals(fact.apply(one.get(file)), fact.apply(two.get(file))))));
    }

    private static Map<String, ManifestRow> byFile(List<ManifestRow> manifest) {
        Map<String, ManifestRow> rows = new LinkedHashMap<>();
        manifest.forEach(row -> rows.put(row.file(), row));
        return rows;
    }

    private void count(String name, java.util.stream.Stream<String> files) {
        long count = files.count();
        if (count > 0) {
            found.add(new FactChange(Area.DATA, name, null, Long.toString(count)));
        }
    }

    private static Map<String, String> machine(Execution execution) {
        Map<String, String> machine = new LinkedHashMap<>();
        if (execution != null) {
            machine.put("operating system", each(execution, host -> host.os() + ", " + host.arch()));
            machine.put("processor", each(execution, host -> host.cpu() + ", " + host.processors() + " in use"));
            machine.put("Java", each(execution, Execution.Host::jvm));
        }
        return machine;
    }

    private static String each(Execution execution, Function<Execution.Host, String> fact) {
        return execution.hosts().stream().map(fact).distinct().collect(Collectors.joining("; "));
    }

    private static Map<String, String> texts(Map<String, Long> numbers) {
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().toString(),
                        (one, other) -> other,
                        LinkedHashMap::new));
    }

    private void maps(Area area, String prefix, Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> add(area, prefix + name, before.get(name), after.get(name)));
    }

    private void add(Area area, String name, String before, String after) {
        if (!Objects.equals(before, after)) {
            found.add(new FactChange(area, name, before, after));
        }
    }
}
