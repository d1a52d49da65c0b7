package io.github.tumorbench.bench;

import java.io.IOException;
import java.util.List;

/** The groups of measurements by their keys. */
final class Groups {
    /** In the order of the tables. */
    static final List<String> KEYS = List.of("decoding", "inference", "explanation", "training", "finetuning", "study");

    private Groups() {}

    /** What a group's table is called. */
    static String title(String group) {
        return switch (group) {
            case "decoding" -> "Decoding and resizing";
            case "inference" -> "Inference";
            case ExplanationGroup.KEY -> "Explanation";
            case "training" -> "Training, one optimizer step over the whole network";
            case "finetuning" -> "An epoch of fine-tuning MobileNetV2's last 10 layers";
            case "study" -> "The whole frozen study";
            default -> throw new IllegalArgumentException(group);
        };
    }

    static void measure(String group, Settings settings, Interleaving rounds, Findings findings)
            throws IOException, InterruptedException {
        switch (group) {
            case "decoding" -> new DecodingGroup(settings, rounds, findings).measure();
            case "inference", "training" -> new NetworkGroup(group, settings, rounds, findings).measure();
            case ExplanationGroup.KEY -> new ExplanationGroup(settings, rounds, findings).measure();
            case "finetuning" -> new FinetuningGroup(settings, rounds, findings).measure();
            case "study" -> new StudyGroup(settings, findings).measure();
            default -> throw new IllegalArgumentException(group);
        }
    }
}
