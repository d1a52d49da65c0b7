package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.Explanations.Agreement;
import io.github.tumorbench.record.Explanations.Occlusion;
import io.github.tumorbench.record.Explanations.Perturbation;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What takes many passes of the network for one image: occlusion, agreement of methods, deletion and insertion. */
public final class Inquiry {
    private final Subject subject;
    private final Classifier classifier;
    private final List<Case> cases;
    private final String title;
    private final Progress progress;

    /**
     * @param predictions of the subject's samples
     * @param count images asked about, evenly over the classes; the predicted class is explained
     */
    public Inquiry(
            Subject subject,
            Classifier classifier,
            List<Prediction> predictions,
            int count,
            String title,
            Progress progress) {
        this.subject = subject;
        this.classifier = classifier;
        this.cases = cases(subject, predictions, count);
        this.title = title;
        this.progress = progress;
    }

    /** So many of the subject's images, evenly over the classes, with the class that each was given. */
    public static List<Case> cases(Subject subject, List<Prediction> predictions, int count) {
        return Selection.stratified(subject.samples(), subject.digests(), count).stream()
                .map(i -> Case.ofPredicted(
                        subject.samples().get(i),
                        subject.classes().indexOf(predictions.get(i).predicted())))
                .toList();
    }

    /** The rows of {@code occlusion.csv} and of {@code agreement.csv}. */
    public record Sensitivity(List<Occlusion> occlusion, List<Agreement> agreement) {}

    /** Occlusion of each image, and how far all methods agree about it. */
    public Sensitivity occlusion() {
        List<Map<String, HeatMap>> maps = maps();
        OcclusionMeter meter = new OcclusionMeter(trial(), subject.store().size());
        List<Occlusion> occlusions = new ArrayList<>();
        List<Agreement> agreements = new ArrayList<>();
        try (Progress.Task task = progress.start(title + ": occlusion", cases.size())) {
            for (int i = 0; i < cases.size(); i++) {
                Case one = cases.get(i);
                Map<String, HeatMap> methods = maps.get(i);
                HeatMap gradcam = methods.get(Explanations.GRADCAM);
                HeatMap map = meter.of(pixels(one.sample()), one.target(), gradcam.rows(), gradcam.columns());
                occlusions.add(
                        new Occlusion(one.sample().file(), target(one), map.rows(), map.columns(), map.rounded()));
                methods.put(
                        Explanations.OCCLUSION,
                        new HeatMap(gradcam.rows(), gradcam.columns(), map.resized(gradcam.rows(), gradcam.columns())));
                agreements.addAll(agreements(one, methods));
                task.step(1);
            }
        }
        return new Sensitivity(occlusions, agreements);
    }

    private List<Agreement> agreements(Case one, Map<String, HeatMap> methods) {
        List<String> names = List.copyOf(methods.keySet());
        List<Agreement> agreements = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                Double spearman = Spearman.of(
                        methods.get(names.get(a)).values(),
                        methods.get(names.get(b)).values());
                agreements.add(new Agreement(one.sample().file(), target(one), names.get(a), names.get(b), spearman));
            }
        }
        return agreements;
    }

    /**
     * The rows of {@code perturbation.csv}.
     *
     * @param seed of the random order of pixels, the same for all images
     */
    public List<Perturbation> perturbation(long seed) {
        List<Map<String, HeatMap>> maps = maps();
        int size = subject.store().size();
        PerturbationMeter meter = new PerturbationMeter(trial(), size);
        int[] shuffled = shuffled(size * size, seed);
        List<Perturbation> rows = new ArrayList<>();
        try (Progress.Task task = progress.start(title + ": deletion and insertion", cases.size())) {
            for (int i = 0; i < cases.size(); i++) {
                HeatMap gradcam = maps.get(i).get(Explanations.GRADCAM);
                HeatMap centre = Baselines.centre(gradcam.rows(), gradcam.columns());
                add(rows, meter, cases.get(i), Explanations.GRADCAM, PerturbationMeter.order(gradcam.upsampled(size)));
                add(rows, meter, cases.get(i), Explanations.CENTRE, PerturbationMeter.order(centre.upsampled(size)));
                add(rows, meter, cases.get(i), Explanations.SHUFFLED, shuffled);
                task.step(1);
            }
        }
        return rows;
    }

    private void add(List<Perturbation> rows, PerturbationMeter meter, Case one, String method, int[] order) {
        PerturbationMeter.Curves curves = meter.of(pixels(one.sample()), order, one.target());
        String file = one.sample().file();
        rows.add(new Perturbation(file, target(one), method, Explanations.DELETION, curves.deletion()));
        rows.add(new Perturbation(file, target(one), method, Explanations.INSERTION, curves.insertion()));
    }

    private static int[] shuffled(int count, long seed) {
        List<Integer> order = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Map<String, HeatMap>> maps() {
        return new Maps(classifier, subject.store()).of(cases, title + ": Grad-CAM", progress);
    }

    private Trial trial() {
        return new Trial(
                (images, count) -> classifier.classify(images, count).probabilities(),
                subject.classes().size());
    }

    private String target(Case one) {
        return subject.classes().get(one.target());
    }

    private byte[] pixels(Sample sample) {
        byte[] bytes = ImageData.pixels(subject.store(), List.of(sample)).array();
        return Arrays.copyOf(bytes, bytes.length);
    }
}
