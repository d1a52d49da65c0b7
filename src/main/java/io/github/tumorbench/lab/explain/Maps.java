package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.Explanations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Class activation maps of many cases, a batch at a time. */
final class Maps {
    private static final int BATCH = 32;

    private final Classifier classifier;
    private final ImageStore store;

    Maps(Classifier classifier, ImageStore store) {
        this.classifier = classifier;
        this.store = store;
    }

    /** The maps of each case by method, in the order of the cases: Grad-CAM, Grad-CAM++, HiResCAM. */
    List<Map<String, HeatMap>> of(List<Case> cases, String title, Progress progress) {
        List<Map<String, HeatMap>> all = new ArrayList<>(cases.size());
        try (Progress.Task task = progress.start(title, cases.size())) {
            for (int first = 0; first < cases.size(); first += BATCH) {
                List<Case> batch = cases.subList(first, Math.min(cases.size(), first + BATCH));
                List<Sample> images = batch.stream().map(Case::sample).toList();
                int[] targets = batch.stream().mapToInt(Case::target).toArray();
                Classifier.Maps maps = classifier.maps(ImageData.pixels(store, images), images.size(), targets);
                for (int i = 0; i < batch.size(); i++) {
                    all.add(named(maps, i));
                }
                task.step(batch.size());
            }
        }
        return all;
    }

    /** Grad-CAM alone. */
    List<HeatMap> gradcam(List<Case> cases, String title, Progress progress) {
        return of(cases, title, progress).stream()
                .map(maps -> maps.get(Explanations.GRADCAM))
                .toList();
    }

    private static Map<String, HeatMap> named(Classifier.Maps maps, int index) {
        Map<String, HeatMap> named = new LinkedHashMap<>();
        named.put(Explanations.GRADCAM, HeatMap.of(maps.rows(), maps.columns(), maps.gradcam(), index));
        named.put(Explanations.GRADCAM_PLUS_PLUS, HeatMap.of(maps.rows(), maps.columns(), maps.plusPlus(), index));
        named.put(Explanations.HIRESCAM, HeatMap.of(maps.rows(), maps.columns(), maps.hirescam(), index));
        return named;
    }
}
