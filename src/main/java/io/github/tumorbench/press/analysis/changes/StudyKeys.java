package io.github.tumorbench.press.analysis.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tumorbench.study.EnsembleSpec;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resolved study as single keys, e.g. {@code schedules.frozen.epochs}. Experiments and ensembles go by their name, not by
 * their place, so that one more changes nothing about the others.
 */
final class StudyKeys {
    private final Map<String, String> keys = new LinkedHashMap<>();

    private StudyKeys() {}

    static Map<String, String> of(Study study) {
        StudyKeys keys = new StudyKeys();
        StudyJson.toTree(study).fields().forEachRemaining(field -> {
            switch (field.getKey()) {
                case "experiments" -> keys.named(
                        "experiments",
                        study.experiments().stream().map(ExperimentSpec::name).toList(),
                        field.getValue());
                case "ensembles" -> keys.named(
                        "ensembles",
                        study.ensembles().stream().map(EnsembleSpec::id).toList(),
                        field.getValue());
                default -> keys.put(field.getKey(), field.getValue());
            }
        });
        return keys.keys;
    }

    private void named(String path, List<String> names, JsonNode list) {
        for (int i = 0; i < names.size(); i++) {
            put(path + "." + names.get(i), list.get(i));
        }
    }

    private static String text(JsonNode value) {
        return value.isFloatingPointNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asText();
    }

    private void put(String path, JsonNode value) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> put(path + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.isValueNode() ? text(item) : item.toString()));
            keys.put(path, String.join(", ", items));
        } else {
            keys.put(path, text(value));
        }
    }
}
