package io.github.tumorbench.bench;

import java.io.IOException;
import java.util.List;

/** Class activation maps per second beside predictions per second, both of the exported model through DJL, per backbone. */
final class ExplanationGroup {
    static final String KEY = "explanation";
    /** What a round answers for maps and for predictions. */
    static final String MAPS = "maps_per_second";

    static final String PREDICTIONS = "predictions_per_second";
    /** Who predicts, as a contender. */
    private static final String ALONE = "its predictions";

    private final Settings settings;
    private final Interleaving rounds;
    private final Findings findings;

    ExplanationGroup(Settings settings, Interleaving rounds, Findings findings) {
        this.settings = settings;
        this.rounds = rounds;
        this.findings = findings;
    }

    void measure() throws IOException, InterruptedException {
        findings.remark(
                KEY,
                "Batches of %d images of %d×%d, %d threads; random weights. Maps: Grad-CAM, Grad-CAM++ and HiResCAM of one class together, one call; predictions: probabilities, logits and features, one call. Both signatures are of one exported model, run through DJL in one process, in turn."
                        .formatted(Settings.BATCH, Settings.INPUT, Settings.INPUT, settings.threads()));
        for (String backbone : settings.backbones()) {
            Interleaving.Measured measured =
                    rounds.run(KEY, KEY + " " + backbone, List.of(Contender.ours(settings, KEY, backbone)));
            add(backbone, Series.OURS, measured.of(Series.OURS, MAPS));
            add(backbone, ALONE, measured.of(Series.OURS, PREDICTIONS));
        }
    }

    private void add(String backbone, String contender, List<Double> values) {
        findings.add(new Series(KEY, backbone, "fp32", contender, Unit.IMAGES_PER_SECOND, values));
    }
}
