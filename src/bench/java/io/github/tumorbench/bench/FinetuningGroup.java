package io.github.tumorbench.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seconds for an epoch of fine-tuning MobileNetV2's last 10 layers: from cached activations, and from images each time. */
final class FinetuningGroup {
    /** Training images of the archive at hand, validation included: what an epoch goes through. */
    static final int IMAGES = 5708;

    private static final String GROUP = "finetuning";
    private static final String EPOCH = "an epoch of %d images".formatted(IMAGES);
    private static final String FILL = "filling the cache once";
    private static final String RECOMPUTING = "PyTorch, frozen part recomputed";
    private static final String CACHING = "PyTorch with a cache of its own";

    private final Settings settings;
    private final Interleaving rounds;
    private final Findings findings;

    FinetuningGroup(Settings settings, Interleaving rounds, Findings findings) {
        this.settings = settings;
        this.rounds = rounds;
        this.findings = findings;
    }

    void measure() throws IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(Contender.ours(settings, GROUP, IMAGES));
        if (Surroundings.hasPyTorch(settings)) {
            contenders.add(Contender.pyTorch(settings, RECOMPUTING, "finetuning.py", IMAGES, "recomputing"));
            contenders.add(Contender.pyTorch(settings, CACHING, "finetuning.py", IMAGES, "caching"));
        }
        Interleaving.Measured measured = rounds.run(GROUP, GROUP, contenders);
        for (Contender contender : contenders) {
            add(contender.name(), EPOCH, measured.of(contender.name(), "epoch_seconds"));
            add(contender.name(), FILL, measured.of(contender.name(), "fill_seconds"));
        }
        findings.remark(
                GROUP,
                "Cut after %s; batches of %d, Adam, images of %d×%d in memory (no decoding in anyone's time). Epochs from a cache are measured whole; the recomputing epoch and the filling are measured on as many batches as a round lasts and extrapolated to %d images."
                        .formatted(
                                measured.ready().get(Series.OURS),
                                Settings.BATCH,
                                Settings.INPUT,
                                Settings.INPUT,
                                IMAGES));
        remarkWhenItPays();
    }

    private void add(String contender, String subject, List<Double> seconds) {
        if (!seconds.isEmpty()) {
            findings.add(new Series(GROUP, subject, "", contender, Unit.SECONDS, seconds));
        }
    }

    /** The first epoch after which filling and cached epochs together took less than recomputing ones. */
    private void remarkWhenItPays() {
        Optional<Series> cached = findings.find(GROUP, EPOCH, "", Series.OURS);
        Optional<Series> filling = findings.find(GROUP, FILL, "", Series.OURS);
        Optional<Series> recomputed = findings.find(GROUP, EPOCH, "", RECOMPUTING);
        if (cached.isEmpty() || filling.isEmpty() || recomputed.isEmpty()) {
            return;
        }
        double saved = recomputed.get().median() - cached.get().median();
        findings.remark(
                GROUP,
                saved > 0
                        ? "Against recomputing in PyTorch, an epoch is %.1f times faster, and ours, its filling included, is ahead from epoch %d on."
                                .formatted(
                                        recomputed.get().median() / cached.get().median(),
                                        (int) Math.floor(filling.get().median() / saved) + 1)
                        : "Against recomputing in PyTorch, ours is not ahead.");
    }
}
