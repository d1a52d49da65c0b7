package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.probe.ForestProbe;
import io.github.tumorbench.record.Audit.Finding;
import io.github.tumorbench.record.Audit.Probe;
import io.github.tumorbench.record.Audit.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How well the class can be told from what is no anatomy. */
final class ShortcutProbes {
    private static final int FOLDS = 5;
    /** By how much accuracy's interval must lie above chance to speak of a shortcut. */
    private static final double MARGIN = 0.1;
    /** From this balanced accuracy on, one class is told by its source alone. */
    private static final double ALONE = 0.9;
    /** Quantile of the normal distribution for 95 %. */
    private static final double Z = 1.959963984540054;

    private static final Map<String, Function<Look, double[]>> PROBES = new LinkedHashMap<>();

    static {
        PROBES.put(
                "size", look -> new double[] {look.image().width(), look.image().height()});
        PROBES.put("colour", look -> new double[] {look.image().channels()});
        PROBES.put("compression", look -> new double[] {look.traits().quantisation()});
        PROBES.put("intensity", look ->
                new double[] {look.traits().mean(), look.traits().contrast()});
        PROBES.put("border", look ->
                new double[] {look.traits().border(), look.traits().borderContrast()});
        PROBES.put(
                "thumbnail",
                look -> look.traits().tiles().stream().mapToDouble(tile -> tile).toArray());
    }

    private static final Map<String, String> WORDS = Map.of(
            "size", "the image’s width and height",
            "colour", "whether it is stored in grey or colour",
            "compression", "the strength of its JPEG compression",
            "intensity", "its mean brightness and contrast",
            "border", "the brightness of its margin",
            "thumbnail", "a thumbnail of 4 × 4 pixels");

    private final AuditMaterial material;
    private final List<Integer> images;
    private final List<String> classes;
    private final long seed;

    ShortcutProbes(AuditMaterial material, long seed) {
        this.material = material;
        this.seed = seed;
        this.images = material.where(i -> material.looks().get(i).image().readable());
        this.classes = images.stream().map(material::label).distinct().sorted().toList();
    }

    /** One for each kind of feature; none where some class is in fewer than two folds. */
    List<Probe> probes() {
        int[] folds = folds();
        int[] labels = images.stream()
                .mapToInt(image -> classes.indexOf(material.label(image)))
                .toArray();
        if (!learnable(labels, folds)) {
            return List.of();
        }
        List<Probe> probes = new ArrayList<>();
        PROBES.forEach((id, features) -> {
            double[][] rows = images.stream()
                    .map(image -> features.apply(material.looks().get(image)))
                    .toArray(double[][]::new);
            int[] predicted = ForestProbe.predict(rows, labels, folds, seed);
            probes.add(judged(id, rows[0].length, labels, predicted));
        });
        return probes;
    }

    /** What the probes say together: count is how many tell the class much better than chance. */
    static Finding finding(List<Probe> probes) {
        if (probes.isEmpty()) {
            return AuditMaterial.open(
                    "shortcut",
                    "There are too few images of some class to try whether it can be told without anatomy.");
        }
        List<Probe> telling = probes.stream()
                .filter(probe -> probe.low() > probe.chance() + MARGIN)
                .sorted(Comparator.comparingDouble(Probe::accuracy).reversed())
                .toList();
        if (telling.isEmpty()) {
            return new Finding(
                    "shortcut",
                    AuditMaterial.INFO,
                    0,
                    0,
                    List.of(),
                    "The class can hardly be told from size, storage, margins or brightness.");
        }
        Probe best = telling.get(0);
        StringBuilder sentence = new StringBuilder(String.format(
                Locale.ROOT,
                "From %s alone, without looking at anatomy, a simple program names the class of %.1f %% of the images right; always naming the largest class gives %.1f %%.",
                WORDS.get(best.id()),
                100 * best.accuracy(),
                100 * best.chance()));
        Told told = best.classes().stream()
                .max(Comparator.comparingDouble(Told::balanced))
                .orElseThrow();
        boolean alone = told.balanced() >= ALONE;
        sentence.append(String.format(
                Locale.ROOT,
                alone
                        ? " The class %s can be told from the others by that alone (balanced accuracy %.2f), so a high recall of it is weak evidence of seeing anatomy."
                        : " The class %s is told best (balanced accuracy %.2f); a network may use the same traces.",
                told.label(),
                told.balanced()));
        return new Finding(
                "shortcut",
                alone ? AuditMaterial.SERIOUS : AuditMaterial.WARNING,
                telling.size(),
                probes.size(),
                List.of(),
                sentence.toString());
    }

    private boolean learnable(int[] labels, int[] folds) {
        for (int label = 0; label < classes.size(); label++) {
            int first = -1;
            boolean several = false;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == label) {
                    several |= first >= 0 && folds[i] != first;
                    first = folds[i];
                }
            }
            if (!several) {
                return false;
            }
        }
        return classes.size() > 1;
    }

    private int[] folds() {
        double[] shares = new double[FOLDS];
        java.util.Arrays.fill(shares, 1.0 / FOLDS);
        List<List<List<Integer>>> drawn = new GroupedDraw(
                        material.looks().stream().map(Look::image).toList(), seed)
                .draw(material.families().members(), shares, "probes");
        int[] foldOf = new int[material.count()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int now = fold;
            drawn.get(fold).forEach(unit -> unit.forEach(image -> foldOf[image] = now));
        }
        return images.stream().mapToInt(image -> foldOf[image]).toArray();
    }

    private Probe judged(String id, int features, int[] labels, int[] predicted) {
        int n = labels.length;
        int right = 0;
        int[] sizes = new int[classes.size()];
        int[] hits = new int[classes.size()];
        int[] named = new int[classes.size()];
        for (int i = 0; i < n; i++) {
            sizes[labels[i]]++;
            named[predicted[i]]++;
            if (labels[i] == predicted[i]) {
                hits[labels[i]]++;
                right++;
            }
        }
        List<Told> told = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            double others = n - sizes[c];
            told.add(new Told(classes.get(c), (double) hits[c] / sizes[c], 1 - (named[c] - hits[c]) / others));
        }
        double share = (double) right / n;
        double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        double chance = (double) java.util.Arrays.stream(sizes).max().orElseThrow() / n;
        return new Probe(id, features, share, Math.max(0, centre - half), Math.min(1, centre + half), chance, told);
    }
}
