package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.Dataset;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.TumourMask;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains chosen test images: Grad-CAM of the predicted class, beside the tumour's outline where it is known. */
public final class Explainer {
    private static final int BATCH = 16;

    private final Dataset dataset;
    private final ImageStore store;
    private final Classifier classifier;
    private final Path pictures;

    /**
     * @param pictures folder the images and outlines of explained test images go into, or null where none may be published
     */
    public Explainer(Dataset dataset, ImageStore store, Classifier classifier, Path pictures) {
        this.dataset = dataset;
        this.store = store;
        this.classifier = classifier;
        this.pictures = pictures;
    }

    /**
     * The rows of {@code gradcam.csv}.
     *
     * @param samples the test images, as predicted
     * @param perClass images of each class and rule
     */
    public List<CamRow> explain(
            List<Sample> samples, List<Prediction> predictions, int perClass, String title, Progress progress)
            throws IOException {
        Map<Integer, String> chosen = Selection.choose(predictions, dataset.classes(), perClass);
        List<Integer> indices = List.copyOf(chosen.keySet());
        List<CamRow> rows = new ArrayList<>(indices.size());
        try (Progress.Task task = progress.start(title, indices.size())) {
            for (int first = 0; first < indices.size(); first += BATCH) {
                List<Integer> batch = indices.subList(first, Math.min(indices.size(), first + BATCH));
                List<Sample> images = batch.stream().map(samples::get).toList();
                int[] targets = batch.stream()
                        .mapToInt(i ->
                                dataset.classes().indexOf(predictions.get(i).predicted()))
                        .toArray();
                Classifier.Maps maps = classifier.gradcam(ImageData.pixels(store, images), images.size(), targets);
                for (int i = 0; i < batch.size(); i++) {
                    HeatMap map = HeatMap.of(maps.rows(), maps.columns(), maps.values(), i);
                    rows.add(row(images.get(i), predictions.get(batch.get(i)), chosen.get(batch.get(i)), map));
                }
                task.step(batch.size());
            }
        }
        return rows;
    }

    private CamRow row(Sample sample, Prediction prediction, String rule, HeatMap map) throws IOException {
        Optional<TumourMask> mask =
                dataset.maskOf(sample).filter(m -> m.area() > 0).map(m -> m.resized(store.size()));
        Optional<HeatMap.Localisation> localisation = mask.map(map::on);
        int centre = store.size() / 2;
        return new CamRow(
                sample.file(),
                prediction.label(),
                prediction.predicted(),
                prediction.confidence(),
                rule,
                prediction.predicted(),
                map.zero(),
                localisation.map(HeatMap.Localisation::pointingHit).orElse(null),
                localisation.map(HeatMap.Localisation::energyInside).orElse(null),
                localisation.map(HeatMap.Localisation::iou).orElse(null),
                mask.map(m -> (double) m.area() / (m.width() * m.height())).orElse(null),
                mask.map(m -> m.at(centre, centre)).orElse(null),
                map.rows(),
                map.columns(),
                rounded(map.values()),
                pictures == null ? null : Pictures.image(pictures, sample, store),
                pictures == null || mask.isEmpty() ? null : Pictures.outline(pictures, sample, mask.get()));
    }

    /** Five decimals: a map is looked at and thresholded, not summed up to the last digit. */
    private static List<Double> rounded(double[] values) {
        List<Double> rounded = new ArrayList<>(values.length);
        for (double value : values) {
            rounded.add(Math.round(value * 1e5) / 1e5);
        }
        return rounded;
    }
}
