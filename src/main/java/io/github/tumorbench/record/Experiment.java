package io.github.tumorbench.record;

import java.util.List;

/**
 * {@code experiments/<id>/experiment.json}.
 *
 * @param backbone name, e.g. {@code MobileNetV2}; {@code ensemble} for an ensemble
 * @param members ids of the experiments whose probabilities an ensemble averages; empty for a network. An ensemble has no
 *     history, projection and maps, and logits that are the logarithms of its probabilities
 * @param schedule key of the schedule
 * @param input width and height of the network's input in pixels
 * @param precision {@code fp32} or {@code bf16}: of the arithmetic while features are computed and layers are trained
 * @param trainingShare share of each class's training images that was trained on
 * @param testViews changed copies of each validation and test image whose probabilities are averaged with its own
 * @param features layer whose pooled output is the feature
 * @param embedding length of the feature vector
 * @param parameters of backbone (up to {@code features}) and head
 * @param trainableParameters of those, how many the schedule trained
 * @param flops multiply–adds times two of one image's inference
 * @param stoppingReason whole words, e.g. {@code early stopping: val_loss did not improve for 5 epochs}
 * @param restoredEpoch epoch whose weights were kept, from 1
 * @param savedModelDigest SHA-256 over the exported SavedModel's files
 */
public record Experiment(
        int schemaVersion,
        String id,
        String backbone,
        List<String> members,
        String schedule,
        String protocol,
        int input,
        String precision,
        double trainingShare,
        int testViews,
        String features,
        int embedding,
        long parameters,
        long trainableParameters,
        long flops,
        Pretrained pretrained,
        String stoppingReason,
        int epochs,
        int restoredEpoch,
        int trainImages,
        int trainViews,
        int validationImages,
        int testImages,
        String savedModelDigest) {
    /** {@link #backbone} of an ensemble. */
    public static final String ENSEMBLE = "ensemble";

    public Experiment {
        members = List.copyOf(members);
    }

    /** Whether it averages other experiments. */
    public boolean ensemble() {
        return !members.isEmpty();
    }

    /**
     * What of the backbone came from a file.
     *
     * @param source {@code imagenet}, {@code file} or {@code random}
     * @param file name, or null for random
     * @param loaded tensors taken from the file
     * @param expected tensors the backbone has up to its feature layer
     * @param initialised names of the tensors initialised from the seed because the file lacks them; empty for random
     */
    public record Pretrained(
            String source, String file, String sha256, int loaded, int expected, List<String> initialised) {
        public Pretrained {
            initialised = List.copyOf(initialised);
        }
    }
}
