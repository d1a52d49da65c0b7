package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Records made up for tests of the analysis and of the figures: tiny ones by hand, a study-sized one from a seed. */
public final class SampleRecords {
    /** The classes of the study-sized record. */
    public static final List<String> CLASSES = List.of("glioma", "meningioma", "notumor", "pituitary");

    private static final int[] SUPPORT = {300, 306, 405, 300};

    private SampleRecords() {}

    /** Three backbones on 1311 images, drawn from a seed, most predictions right. */
    public static StudyRecord threeBackbones() {
        return study(
                CLASSES,
                simulated("MobileNetV2", 1, 2.2),
                simulated("ResNet50", 2, 2.6),
                simulated("EfficientNetB0", 3, 1.9));
    }

    /** A record of these experiments, in this order. */
    public static StudyRecord study(List<String> classes, ExperimentRecord... experiments) {
        Study study = new Study("sample", "A sample", 1, null, List.of(), null, List.of(), List.of(), Map.of(), null);
        Run.Provenance provenance =
                new Run.Provenance("0", "unknown", false, "sample", "0", Map.of(), Map.of(), Map.of());
        List<String> ids =
                Arrays.stream(experiments).map(one -> one.experiment().id()).toList();
        Run run = new Run(1, study, "0", classes, provenance, ids, List.of());
        return new StudyRecord(Path.of("record"), run, null, List.of(), null, List.of(experiments));
    }

    /** An experiment with predictions only. */
    public static ExperimentRecord experiment(String id, Prediction... predictions) {
        return new ExperimentRecord(
                facts(id, "MobileNetV2", 0, 0), List.of(), List.of(predictions), List.of(), List.of(), List.of());
    }

    /** A prediction whose predicted class is the most probable, the first on ties. */
    public static Prediction prediction(int number, String label, List<String> classes, double... probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        List<Double> row = Arrays.stream(probabilities).boxed().toList();
        return new Prediction("Testing/%04d.jpg".formatted(number), label, classes.get(best), row.get(best), row, row);
    }

    /** A Grad-CAM row with (or, for a null hit, without) a mask. */
    public static CamRow cam(Boolean hit, boolean zero, Double area, Boolean centre) {
        Double inside = hit == null ? null : hit ? 0.5 : 0.1;
        return new CamRow(
                "a.jpg",
                "glioma",
                "glioma",
                0.9,
                "confident-correct",
                "glioma",
                zero,
                hit,
                inside,
                inside,
                area,
                centre,
                1,
                1,
                List.of(zero ? 0.0 : 1.0),
                null,
                null);
    }

    /** The facts of an experiment under the schedule "frozen". */
    public static Experiment facts(String id, String backbone, int epochs, int restored) {
        return new Experiment(
                1,
                id,
                backbone,
                List.of(),
                "frozen",
                "official",
                224,
                "fp32",
                1,
                0,
                "out_relu",
                1280,
                1,
                1,
                1,
                null,
                "early stopping",
                epochs,
                restored,
                0,
                0,
                0,
                0,
                "0");
    }

    private static ExperimentRecord simulated(String backbone, long seed, double strength) {
        Random random = new Random(seed);
        List<Prediction> predictions = new ArrayList<>();
        List<Projection> projection = new ArrayList<>();
        for (int label = 0; label < SUPPORT.length; label++) {
            for (int i = 0; i < SUPPORT[label]; i++) {
                double[] scores = new double[SUPPORT.length];
                for (int other = 0; other < scores.length; other++) {
                    scores[other] =
                            1.3 * random.nextGaussian() + (other == label ? strength * (label == 1 ? 1.2 : 2) : 0);
                }
                scores[0] += label == 1 ? 1 : 0;
                Prediction one = prediction(predictions.size(), CLASSES.get(label), CLASSES, softmax(scores));
                predictions.add(one);
                double angle = 1.57 * (CLASSES.indexOf(one.predicted()) + label) / 2;
                projection.add(new Projection(
                        one.file(),
                        25 * Math.cos(angle) + 7 * random.nextGaussian(),
                        22 * Math.sin(angle) + 7 * random.nextGaussian()));
            }
        }
        String id = backbone.toLowerCase(java.util.Locale.ROOT) + "-frozen-official";
        return new ExperimentRecord(
                facts(id, backbone, 12, 9), history(random), predictions, List.of(), projection, maps());
    }

    private static List<Epoch> history(Random random) {
        List<Epoch> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 12; epoch++) {
            double fall = Math.exp(-epoch / 3.0);
            epochs.add(new Epoch(
                    epoch,
                    epoch < 7 ? 1e-3 : epoch < 11 ? 5e-4 : 2.5e-4,
                    0.15 + 1.1 * fall,
                    0.96 - 0.5 * fall,
                    0.22 + fall + Math.pow(epoch - 9, 2) * 0.002 + 0.01 * random.nextDouble(),
                    0.93 - 0.45 * fall - 0.005 * random.nextDouble()));
        }
        return epochs;
    }

    private static List<CamRow> maps() {
        List<CamRow> maps = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            maps.add(cam(
                    i % 8 == 0 ? null : (Boolean) (i % 3 == 0),
                    i == 5,
                    i % 8 == 0 ? null : 0.04,
                    i % 8 == 0 ? null : (Boolean) (i % 6 == 1)));
        }
        return maps;
    }

    private static double[] softmax(double[] scores) {
        double sum = Arrays.stream(scores).map(Math::exp).sum();
        return Arrays.stream(scores).map(score -> Math.exp(score) / sum).toArray();
    }
}
