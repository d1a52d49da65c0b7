package io.github.tumorbench.press.site;

import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.Explanations.Agreement;
import io.github.tumorbench.record.Explanations.Attention;
import io.github.tumorbench.record.Explanations.Corrupted;
import io.github.tumorbench.record.Explanations.Neighbour;
import io.github.tumorbench.record.Explanations.Perturbation;
import io.github.tumorbench.record.Explanations.Randomisation;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Measurements of made-up predictions: maps that find the tumour more often than the centre does, and fall apart as they should. */
final class TestExplanations {
    private static final List<String> CORRUPTIONS =
            List.of("noise", "bias-field", "ghosting", "blur", "contrast", "rotation", "down-sampling");
    private static final List<String> METHODS = List.of(
            Explanations.GRADCAM,
            Explanations.GRADCAM_PLUS_PLUS,
            Explanations.HIRESCAM,
            Explanations.CENTRE,
            Explanations.RANDOM);
    private static final int CHECKED = 24;
    private static final int CORRUPTED = 60;

    private final Random random;
    private final List<String> classes;
    private final boolean masks;

    private TestExplanations(long seed, List<String> classes, boolean masks) {
        this.random = new Random(seed);
        this.classes = classes;
        this.masks = masks;
    }

    static Explanations of(
            long seed, List<String> classes, boolean masks, List<Prediction> test, List<ManifestRow> training) {
        TestExplanations made = new TestExplanations(seed, classes, masks);
        List<Prediction> few = spread(test, CHECKED);
        return new Explanations(
                made.attention(test),
                List.of(),
                made.agreement(few),
                made.randomisation(few),
                made.perturbation(few),
                made.corrupted(spread(test, CORRUPTED)),
                made.neighbours(test, training));
    }

    private static List<Prediction> spread(List<Prediction> test, int count) {
        int step = Math.max(1, test.size() / count);
        return IntStream.range(0, test.size())
                .filter(i -> i % step == 0)
                .mapToObj(test::get)
                .toList();
    }

    private double near(double mean, double deviation) {
        return round(Math.max(0, Math.min(1, mean + deviation * random.nextGaussian())));
    }

    private static double round(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    private List<Attention> attention(List<Prediction> test) {
        List<Attention> rows = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            Prediction one = test.get(i);
            boolean masked = masks && !one.label().equals("notumor");
            Double area = masked ? near(0.06, 0.02) : null;
            for (String method : METHODS) {
                boolean blind = method.equals(Explanations.CENTRE) || method.equals(Explanations.RANDOM);
                if (!blind || masked) {
                    rows.add(attention(one, one.predicted(), method, area, i == 7 && !blind));
                }
            }
            if (!one.correct()) {
                rows.add(attention(one, one.label(), Explanations.GRADCAM, area, false));
            }
        }
        return rows;
    }

    private Attention attention(Prediction one, String target, String method, Double area, boolean zero) {
        double aim =
                switch (method) {
                    case Explanations.CENTRE -> 0.15;
                    case Explanations.RANDOM -> 0.1;
                    default -> one.correct() ? 0.6 : 0.3;
                };
        boolean hit = random.nextDouble() < aim && !zero;
        return new Attention(
                one.file(),
                one.label(),
                one.predicted(),
                target,
                method,
                zero,
                zero ? null : near(0.15, 0.05),
                zero ? null : near(0.1, 0.04),
                area == null ? null : hit,
                area == null ? null : zero ? 0 : near(hit ? 0.3 : 0.05, 0.05),
                area == null ? null : zero ? 0 : near(hit ? 0.3 : 0.05, 0.05),
                area == null ? null : zero ? 0 : near(hit ? 0.2 : 0.04, 0.03),
                area);
    }

    private List<Agreement> agreement(List<Prediction> few) {
        List<Agreement> rows = new ArrayList<>();
        for (Prediction one : few) {
            rows.add(agreement(one, Explanations.GRADCAM, Explanations.GRADCAM_PLUS_PLUS, 0.9));
            rows.add(agreement(one, Explanations.GRADCAM, Explanations.HIRESCAM, 0.8));
            rows.add(agreement(one, Explanations.GRADCAM, Explanations.OCCLUSION, 0.4));
        }
        Agreement first = rows.get(0);
        rows.set(0, new Agreement(first.file(), first.target(), first.first(), first.second(), null));
        return rows;
    }

    private Agreement agreement(Prediction one, String first, String second, double mean) {
        return new Agreement(one.file(), one.predicted(), first, second, near(mean, 0.1));
    }

    private List<Randomisation> randomisation(List<Prediction> few) {
        List<Randomisation> rows = new ArrayList<>();
        for (Prediction one : few) {
            for (int depth = 0; depth < 5; depth++) {
                rows.add(new Randomisation(
                        one.file(),
                        one.predicted(),
                        depth,
                        depth == 0 ? "predictions" : "block" + (5 - depth),
                        round(0.8 * Math.exp(-depth) + 0.1 * random.nextGaussian())));
            }
        }
        return rows;
    }

    private List<Perturbation> perturbation(List<Prediction> few) {
        List<Perturbation> rows = new ArrayList<>();
        for (Prediction one : few) {
            for (String method : List.of(Explanations.GRADCAM, Explanations.CENTRE, Explanations.SHUFFLED)) {
                double pace =
                        switch (method) {
                            case Explanations.GRADCAM -> 5;
                            case Explanations.CENTRE -> 4;
                            default -> 2;
                        };
                rows.add(curve(one, method, Explanations.DELETION, pace));
                rows.add(curve(one, method, Explanations.INSERTION, pace));
            }
        }
        return rows;
    }

    private Perturbation curve(Prediction one, String method, String mode, double pace) {
        List<Double> probabilities = new ArrayList<>();
        for (int percent : Perturbation.PERCENT) {
            double left = 0.2 + 0.7 * Math.exp(-pace * percent / 100);
            probabilities.add(near(mode.equals(Explanations.DELETION) ? left : 1.1 - left, 0.03));
        }
        return new Perturbation(one.file(), one.predicted(), method, mode, probabilities);
    }

    private List<Corrupted> corrupted(List<Prediction> some) {
        List<Corrupted> rows = new ArrayList<>();
        for (Prediction one : some) {
            rows.add(corrupted(one, Explanations.UNCORRUPTED, 0, 0));
            for (int corruption = 0; corruption < CORRUPTIONS.size(); corruption++) {
                for (int severity = 1; severity <= 5; severity++) {
                    rows.add(corrupted(
                            one, CORRUPTIONS.get(corruption), severity, 0.02 * severity * (1 + corruption % 4)));
                }
            }
        }
        return rows;
    }

    private Corrupted corrupted(Prediction one, String name, int severity, double harm) {
        boolean flipped = random.nextDouble() < harm;
        String predicted = flipped ? classes.get(random.nextInt(classes.size())) : one.predicted();
        double confidence = near(one.confidence() - harm / 4, 0.02);
        return new Corrupted(
                one.file(),
                one.label(),
                name,
                severity,
                predicted,
                confidence,
                predicted.equals(one.label()) ? confidence : round((1 - confidence) / 2));
    }

    private List<Neighbour> neighbours(List<Prediction> test, List<ManifestRow> training) {
        List<Neighbour> rows = new ArrayList<>();
        test.stream().filter(one -> !one.correct()).forEach(one -> {
            for (int rank = 1; rank <= 5; rank++) {
                String label = rank < 4 ? one.predicted() : one.label();
                int place = rank;
                ManifestRow near = training.stream()
                        .filter(row -> row.label().equals(label))
                        .skip(place)
                        .findFirst()
                        .orElseThrow();
                rows.add(new Neighbour(one.file(), rank, near.file(), label, 10 + rank));
            }
        });
        return rows;
    }
}
