package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.WeightsSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives a backbone its weights: Keras's official ones, those of a file, or random ones. */
public final class WeightsImport {
    private WeightsImport() {}

    /**
     * The file that a study's words mean.
     *
     * @param spec not random
     * @throws InputException if it is not found and not obtained
     */
    public static Path locate(Backbone backbone, WeightsSpec spec, WeightsLocator locator, Progress progress) {
        return spec.kind() == WeightsSpec.Kind.IMAGENET
                ? locator.official(backbone.name(), progress)
                : locator.file(spec.file());
    }

    /**
     * SHA-256 of a weights file.
     *
     * @throws InputException if it cannot be read
     */
    public static String digest(Path path) {
        try {
            return Digests.sha256(path);
        } catch (IOException e) {
            throw WeightsFile.unreadable(path, e);
        }
    }

    /**
     * Loads or initialises every tensor of a backbone. Which tensor of a file is which follows {@link WeightsMatch}'s rule.
     *
     * @param backbone whole or cut; a cut one does not need what lies above the cut
     * @param spec which weights
     * @param seed of random weights and, where partial files are allowed, of what they lack
     * @param path of the file as {@link #locate} finds it, null for random weights
     * @param progress hears of what was loaded
     * @throws InputException if the file is damaged, of another network, or lacks tensors that {@code spec} does not allow
     *     to be missing
     */
    public static Weights load(Backbone backbone, WeightsSpec spec, long seed, Path path, Progress progress) {
        Initialiser initialiser = new Initialiser(backbone, seed);
        if (path != null) {
            return fromFile(backbone, path, spec.allowPartial(), initialiser, progress);
        }
        Map<String, float[]> tensors = new HashMap<>();
        backbone.tensors().forEach(tensor -> tensors.put(tensor.name(), initialiser.values(tensor)));
        return new Weights(tensors, null, null, 0, List.of());
    }

    /**
     * Reads a file through and holds it against the whole backbone.
     *
     * @throws InputException if it is not a complete file of that backbone's weights
     */
    static void check(String backbone, Path path) {
        Backbone whole = Backbones.named(backbone, Backbones.SMALLEST_INPUT);
        refuseMissing(whole, path, missing(whole, new WeightsMatch(whole, WeightsFile.read(path)).values()));
    }

    private static Weights fromFile(
            Backbone backbone, Path path, boolean allowPartial, Initialiser initialiser, Progress progress) {
        Backbone whole = Backbones.named(backbone.name(), backbone.input());
        WeightsMatch match = new WeightsMatch(whole, WeightsFile.read(path));
        Map<String, float[]> values = match.values();
        List<TensorSpec> missing = missing(backbone, values);
        if (!allowPartial) {
            refuseMissing(backbone, path, missing);
        }
        Map<String, float[]> tensors = new HashMap<>();
        for (TensorSpec tensor : backbone.tensors()) {
            float[] value = values.get(tensor.name());
            tensors.put(tensor.name(), value == null ? initialiser.values(tensor) : value);
        }
        List<String> initialised = missing.stream().map(TensorSpec::name).toList();
        String file = path.getFileName().toString();
        int loaded = tensors.size() - initialised.size();
        progress.say(backbone.name() + ": " + loaded + " of " + tensors.size() + " tensors from " + file
                + (match.byOrder() ? ", matched in order since the file's names are others" : "") + ".");
        return new Weights(tensors, file, digest(path), loaded, initialised);
    }

    private static List<TensorSpec> missing(Backbone backbone, Map<String, float[]> values) {
        List<TensorSpec> missing = new ArrayList<>(backbone.tensors());
        missing.removeIf(tensor -> values.containsKey(tensor.name()));
        return missing;
    }

    private static void refuseMissing(Backbone backbone, Path path, List<TensorSpec> missing) {
        if (missing.isEmpty()) {
            return;
        }
        int all = backbone.tensors().size();
        throw new InputException(path + ": expected all " + all + " tensors of " + backbone.name() + ", found "
                + (all - missing.size()) + "; missing "
                + WeightsMatch.listed(missing.stream().map(TensorSpec::name).toList())
                + " (allowPartial: true initialises them, features: LAYER cuts the backbone before them).");
    }
}
