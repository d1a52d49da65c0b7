package io.github.tumorbench.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tumorbench.study.Tree.Entry;
import io.github.tumorbench.study.Tree.Mapping;
import io.github.tumorbench.study.Tree.Scalar;
import io.github.tumorbench.study.Tree.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A study as JSON, in the words of the study file, with every default written out (but a gate, which decides nothing about a
 * record, only where it is another); what is absent has none. The JSON is
 * itself a valid study file.
 */
public final class StudyJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private StudyJson() {}

    /** The study, keys in the order of the documentation, schedules in the study's own. */
    public static ObjectNode toTree(Study study) {
        ObjectNode tree = NODES.objectNode();
        tree.put("study", study.study());
        tree.put("title", study.title());
        tree.put("seed", study.seed());
        putText(tree, "doi", study.doi());
        tree.set("dataset", dataset(study.dataset()));
        ArrayNode protocols = tree.putArray("protocols");
        study.protocols().stream()
                .filter(protocol -> protocol.fold() <= 1)
                .forEach(protocol -> protocol(protocols, protocol));
        tree.putObject("validation").put("fraction", study.validation().fraction());
        tree.putObject("explanation")
                .put("perClass", study.explanation().perClass())
                .put("images", study.explanation().images())
                .put("corrupted", study.explanation().corrupted());
        ArrayNode experiments = tree.putArray("experiments");
        study.experiments().forEach(experiment -> experiments.add(experiment(experiment)));
        if (!study.ensembles().isEmpty()) {
            ArrayNode ensembles = tree.putArray("ensembles");
            study.ensembles().forEach(ensemble -> {
                ArrayNode members =
                        ensembles.addObject().put("id", ensemble.id()).putArray("members");
                ensemble.members().forEach(members::add);
            });
        }
        if (!study.gate().equals(Gate.DEFAULT)) {
            tree.set("gate", gate(study.gate()));
        }
        ObjectNode schedules = tree.putObject("schedules");
        study.schedules().forEach((name, schedule) -> schedules.set(name, schedule(schedule)));
        return tree;
    }

    /**
     * Reads what {@link #toTree} wrote, as strictly as a study file.
     *
     * @param name how to call the source in messages
     * @throws InputException with every problem found
     */
    public static Study fromTree(String name, JsonNode tree) {
        return StudyParser.parse(name, tree(tree, 0));
    }

    /**
     * The digest of a resolved study: SHA-256 of its canonical JSON (the tree above, keys sorted, no white space,
     * UTF-8), in hexadecimal digits. Equal studies have equal digests, however their files are written.
     */
    public static String digest(Study study) {
        try {
            Object plain = CANONICAL.treeToValue(toTree(study), Object.class);
            return Digests.sha256(CANONICAL.writeValueAsString(plain).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a study is always plain JSON", e);
        }
    }

    /** Folds are written once, with their number. */
    private static void protocol(ArrayNode protocols, Protocol protocol) {
        if (protocol.folds() == 0) {
            protocols.add(protocol.id());
        } else {
            protocols.addObject().put("name", Words.of(protocol.name())).put("folds", protocol.folds());
        }
    }

    private static ObjectNode gate(Gate gate) {
        ObjectNode tree = NODES.objectNode().put("margin", gate.margin()).put("alpha", gate.alpha());
        ArrayNode metrics = tree.putArray("metrics");
        gate.metrics().forEach(metric -> metrics.add(Words.of(metric)));
        return tree;
    }

    private static ObjectNode dataset(DatasetSpec dataset) {
        ObjectNode tree = NODES.objectNode().put("source", Words.of(dataset.source()));
        if (dataset.phantom() != null) {
            tree.put("size", dataset.phantom().size());
            tree.put("training", dataset.phantom().training());
            tree.put("testing", dataset.phantom().testing());
        } else {
            putText(tree, "path", dataset.path());
            putText(tree, "annotations", dataset.annotations());
            putText(tree, "masks", dataset.masks());
            tree.put("onUnreadable", Words.of(dataset.onUnreadable()));
            tree.put("testFraction", dataset.testFraction());
        }
        return tree.put("publishImages", dataset.publishImages());
    }

    private static ObjectNode experiment(ExperimentSpec experiment) {
        ObjectNode tree = NODES.objectNode();
        putText(tree, "id", experiment.id());
        tree.put("backbone", experiment.backbone());
        tree.put("input", experiment.input());
        WeightsSpec weights = experiment.weights();
        if (weights.kind() == WeightsSpec.Kind.FILE) {
            tree.putObject("weights").put("file", weights.file()).put("allowPartial", weights.allowPartial());
        } else {
            tree.put("weights", Words.of(weights.kind()));
        }
        putText(tree, "features", experiment.features());
        tree.put("schedule", experiment.schedule());
        tree.put("trainingShare", experiment.trainingShare());
        if (experiment.refit()) {
            tree.put("refit", true);
        }
        tree.put("precision", Words.of(experiment.precision()));
        tree.set("testViews", augmentation(experiment.testViews()));
        if (!experiment.protocols().isEmpty()) {
            ArrayNode protocols = tree.putArray("protocols");
            experiment.protocols().forEach(name -> protocols.add(Words.of(name)));
        }
        return tree;
    }

    private static ObjectNode schedule(Schedule schedule) {
        ObjectNode tree = NODES.objectNode();
        if (schedule.trainLast() == Schedule.ALL) {
            tree.put("trainLast", "all");
        } else {
            tree.put("trainLast", schedule.trainLast());
        }
        putText(tree, "startFrom", schedule.startFrom());
        tree.put("epochs", schedule.epochs());
        tree.put("batch", schedule.batch());
        tree.put("optimizer", Words.of(schedule.optimizer()));
        tree.put("learningRate", schedule.learningRate());
        tree.put("policy", Words.of(schedule.policy()));
        tree.put("warmUp", schedule.warmUp());
        tree.put("momentum", schedule.momentum());
        tree.put("weightDecay", schedule.weightDecay());
        tree.put("labelSmoothing", schedule.labelSmoothing());
        tree.put("dropout", schedule.dropout());
        tree.put("clipNorm", schedule.clipNorm());
        tree.put("averaging", schedule.averaging());
        tree.put("batchNorm", Words.of(schedule.batchNorm()));
        tree.put("batchNormMomentum", schedule.batchNormMomentum());
        tree.put("classWeights", Words.of(schedule.classWeights()));
        groups(tree, schedule);
        return tree;
    }

    private static void groups(ObjectNode tree, Schedule schedule) {
        if (schedule.earlyStopping() != null) {
            tree.putObject("earlyStopping")
                    .put("monitor", Words.of(schedule.earlyStopping().monitor()))
                    .put("patience", schedule.earlyStopping().patience());
        }
        if (schedule.reduceOnPlateau() != null) {
            tree.putObject("reduceOnPlateau")
                    .put("factor", schedule.reduceOnPlateau().factor())
                    .put("patience", schedule.reduceOnPlateau().patience());
        }
        tree.set("augmentation", augmentation(schedule.augmentation()));
    }

    private static ObjectNode augmentation(Schedule.Augmentation augmentation) {
        return NODES.objectNode().put("preset", Words.of(augmentation.preset())).put("views", augmentation.views());
    }

    private static void putText(ObjectNode tree, String key, String value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static Tree tree(JsonNode node, int depth) {
        if (depth > Tree.DEPTH) {
            throw new InputException("a study: expected at most " + Tree.DEPTH + " levels, found more");
        }
        if (node.isObject()) {
            List<Entry> entries = new ArrayList<>();
            node.fields()
                    .forEachRemaining(
                            field -> entries.add(new Entry(0, field.getKey(), tree(field.getValue(), depth + 1))));
            return new Mapping(0, entries);
        }
        if (node.isArray()) {
            List<Tree> items = new ArrayList<>();
            node.forEach(item -> items.add(tree(item, depth + 1)));
            return new Sequence(0, items);
        }
        return new Scalar(0, node.asText(), node.isTextual());
    }
}
