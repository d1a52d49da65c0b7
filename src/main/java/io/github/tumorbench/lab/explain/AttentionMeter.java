package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.TumourMask;
import io.github.tumorbench.lab.dataset.lettering.Body;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.Explanations.Attention;
import io.github.tumorbench.record.Prediction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures where the maps of all test images lie: on the tumour, outside the head, on the border. */
public final class AttentionMeter {
    /** Breadth of the border on each side, share of the image's width. */
    private static final double BORDER = 0.05;
    /** Images whose maps are held at a time. */
    private static final int PORTION = 256;

    private final Subject subject;
    private final Maps maps;

    public AttentionMeter(Subject subject, Classifier classifier) {
        this.subject = subject;
        this.maps = new Maps(classifier, subject.store());
    }

    /**
     * The rows of {@code attention.csv}, by image.
     *
     * @param predictions of the subject's samples
     * @param seed of the random maps
     */
    public List<Attention> measure(List<Prediction> predictions, long seed, String title, Progress progress) {
        List<Attention> rows = new ArrayList<>();
        Map<String, HeatMap> baselines = new LinkedHashMap<>();
        List<Sample> samples = subject.samples();
        for (int first = 0; first < samples.size(); first += PORTION) {
            List<Case> cases = new ArrayList<>();
            for (int i = first; i < Math.min(samples.size(), first + PORTION); i++) {
                int predicted = subject.classes().indexOf(predictions.get(i).predicted());
                Sample sample = samples.get(i);
                cases.add(Case.ofPredicted(sample, predicted));
                if (predicted != sample.label()) {
                    cases.add(new Case(sample, predicted, sample.label()));
                }
            }
            List<Map<String, HeatMap>> all = maps.of(cases, title, progress);
            if (baselines.isEmpty() && !subject.masks().isEmpty()) {
                HeatMap any = all.get(0).get(Explanations.GRADCAM);
                // Drawn at the image's own size: on a grid of few and even rows the highest cell would not be the
                // middle.
                int size = subject.store().size();
                baselines.put(Explanations.CENTRE, Baselines.centre(size, size));
                baselines.put(
                        Explanations.RANDOM,
                        Baselines.random(
                                any.rows(), any.columns(), subject.masks().values(), seed));
            }
            for (int i = 0; i < cases.size(); i++) {
                add(rows, cases.get(i), all.get(i), baselines);
            }
        }
        return rows;
    }

    /** All methods for the predicted class; for the true class where the prediction is wrong, Grad-CAM alone. */
    private void add(List<Attention> rows, Case one, Map<String, HeatMap> found, Map<String, HeatMap> baselines) {
        boolean[] head = head(one.sample());
        if (one.target() != one.predicted()) {
            rows.add(row(one, Explanations.GRADCAM, found.get(Explanations.GRADCAM), head));
            return;
        }
        found.forEach((method, map) -> rows.add(row(one, method, map, head)));
        if (subject.mask(one.sample()).isPresent()) {
            baselines.forEach((method, map) -> rows.add(row(one, method, map, head)));
        }
    }

    private Attention row(Case one, String method, HeatMap map, boolean[] head) {
        int size = subject.store().size();
        TumourMask mask = subject.mask(one.sample()).orElse(null);
        Localisation localisation = mask == null ? null : Localisation.of(map, mask);
        double[] large = map.zero() ? null : map.upsampled(size);
        List<String> classes = subject.classes();
        return new Attention(
                one.sample().file(),
                classes.get(one.sample().label()),
                classes.get(one.predicted()),
                classes.get(one.target()),
                method,
                map.zero(),
                large == null ? null : Rounding.of(outside(large, head)),
                large == null ? null : Rounding.of(border(large, size)),
                localisation == null ? null : localisation.pointingHit(),
                localisation == null ? null : Rounding.of(localisation.energyInside()),
                localisation == null ? null : Rounding.of(localisation.iou()),
                localisation == null ? null : Rounding.of(localisation.iouArea()),
                mask == null ? null : Rounding.of((double) mask.area() / (size * size)));
    }

    /** Share of a map's sum where the head is not. */
    static double outside(double[] map, boolean[] head) {
        double sum = 0;
        double outside = 0;
        for (int i = 0; i < map.length; i++) {
            sum += map[i];
            outside += head[i] ? 0 : map[i];
        }
        return outside / sum;
    }

    /** Share of a map's sum within 5 % of the width of an edge. */
    static double border(double[] map, int size) {
        int breadth = (int) Math.round(BORDER * size);
        double sum = 0;
        double border = 0;
        for (int i = 0; i < map.length; i++) {
            int x = i % size;
            int y = i / size;
            int distance = Math.min(Math.min(x, y), Math.min(size - 1 - x, size - 1 - y));
            sum += map[i];
            border += distance < breadth ? map[i] : 0;
        }
        return border / sum;
    }

    private boolean[] head(Sample sample) {
        int size = subject.store().size();
        ByteBuffer pixels = ImageData.pixels(subject.store(), List.of(sample));
        byte[] grey = new byte[size * size];
        for (int i = 0; i < grey.length; i++) {
            int sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += pixels.get(3 * i + c) & 0xff;
            }
            grey[i] = (byte) (sum / 3);
        }
        return Body.of(grey, size, size);
    }
}
