package io.github.tumorbench.lab.explain;

import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses by rule, not by taste, which test images are explained. */
final class Selection {
    private Selection() {}

    /**
     * For each true class: the most confident correct predictions, the least confident correct and the most confident wrong,
     * so many of each; ties by file. An image chosen twice keeps its first rule.
     *
     * @return index into the predictions to the rule
     */
    static Map<Integer, String> choose(List<Prediction> predictions, List<String> classes, int perClass) {
        Map<Integer, String> chosen = new LinkedHashMap<>();
        for (String label : classes) {
            take(chosen, predictions, label, true, true, perClass, "confident-correct");
            take(chosen, predictions, label, true, false, perClass, "unsure-correct");
            take(chosen, predictions, label, false, true, perClass, "confident-wrong");
        }
        return chosen;
    }

    private static void take(
            Map<Integer, String> chosen,
            List<Prediction> predictions,
            String label,
            boolean correct,
            boolean confident,
            int count,
            String rule) {
        Comparator<Integer> byConfidence =
                Comparator.comparingDouble(i -> predictions.get(i).confidence());
        Comparator<Integer> order = (confident ? byConfidence.reversed() : byConfidence)
                .thenComparing(i -> predictions.get(i).file());
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            Prediction prediction = predictions.get(i);
            if (prediction.label().equals(label) && prediction.correct() == correct && !chosen.containsKey(i)) {
                candidates.add(i);
            }
        }
        candidates.sort(order);
        candidates.stream().limit(count).forEach(i -> chosen.put(i, rule));
    }
}
