package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

    /**
     * The same images for every network: for each class the first samples by the digest of their files, those with a mask first.
     *
     * @param digests of the samples' files
     * @param masked whether each sample's tumour outline is known
     * @return indices into the samples
     */
    static List<Integer> shared(
            List<Sample> samples, List<String> digests, Predicate<Sample> masked, int classes, int perClass) {
        List<Integer> chosen = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            IntStream.range(0, samples.size())
                    .filter(i -> samples.get(i).label() == wanted)
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> !masked.test(samples.get(i)))
                            .thenComparing(digests::get))
                    .limit(perClass)
                    .forEach(chosen::add);
        }
        return chosen;
    }

    /**
     * So many samples, evenly over the classes as far as each has them, the first by the digest of their files.
     *
     * @return indices into the samples, in their order
     */
    static List<Integer> stratified(List<Sample> samples, List<String> digests, int count) {
        Map<Integer, Integer> taken = new HashMap<>();
        Map<Integer, Integer> rounds = new HashMap<>();
        List<Integer> order = IntStream.range(0, samples.size())
                .boxed()
                .sorted(Comparator.comparing(digests::get).thenComparing(i -> i))
                .toList();
        order.forEach(i -> rounds.put(i, taken.merge(samples.get(i).label(), 1, Integer::sum)));
        return order.stream()
                .sorted(Comparator.comparing((Integer i) -> rounds.get(i))
                        .thenComparing(i -> samples.get(i).label()))
                .limit(count)
                .sorted()
                .toList();
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
