package io.github.tumorbench.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Images per second of inference or of training, per backbone and precision. */
final class NetworkGroup {
    /** Largest relative difference between the same network's features here and there. */
    private static final double TOLERANCE = 1e-2;

    private final String group;
    private final Settings settings;
    private final Interleaving rounds;
    private final Findings findings;

    /** @param group {@code inference} or {@code training} */
    NetworkGroup(String group, Settings settings, Interleaving rounds, Findings findings) {
        this.group = group;
        this.settings = settings;
        this.rounds = rounds;
        this.findings = findings;
    }

    void measure() throws IOException, InterruptedException {
        findings.remark(
                group,
                "Batches of %d images of %d×%d, %d threads each; random weights. Ours begins with bytes and preprocesses them; peers get preprocessed floats."
                        .formatted(Settings.BATCH, Settings.INPUT, Settings.INPUT, settings.threads()));
        findings.remark(
                group,
                group.equals("inference")
                        ? "Ours and ONNX Runtime run the same network (spec, weights, batch normalisation folded) up to the pooled features; PyTorch runs torchvision's model in channels_last under inference_mode. ONNX Runtime has no bf16 on x86-64."
                        : "A step: forward, backward and AdamW over every tensor, batch normalisation by the batch's statistics, no augmentation; PyTorch runs torchvision's model in channels_last, bf16 by autocast.");
        for (String precision : Surroundings.precisions(group, findings)) {
            for (String backbone : settings.backbones()) {
                measure(backbone, precision);
            }
        }
    }

    private void measure(String backbone, String precision) throws IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(Contender.ours(settings, group, backbone, precision.toUpperCase(java.util.Locale.ROOT)));
        if (group.equals("inference") && precision.equals("fp32")) {
            contenders.add(Contender.onnxRuntime(settings, group, backbone));
        }
        if (Surroundings.hasPyTorch(settings)) {
            contenders.add(Contender.pyTorch(settings, "PyTorch", group + ".py", backbone, precision));
        }
        Interleaving.Measured measured =
                rounds.run(group, "%s %s %s".formatted(group, backbone, precision), contenders);
        compare(backbone, measured);
        for (Contender contender : contenders) {
            List<Double> values = measured.of(contender.name(), "images_per_second");
            if (!values.isEmpty()) {
                findings.add(new Series(group, backbone, precision, contender.name(), Unit.IMAGES_PER_SECOND, values));
            }
        }
    }

    /** The two that run the same network on the same images must agree, or the comparison means nothing. */
    private void compare(String backbone, Interleaving.Measured measured) {
        String theirs = measured.ready().get("ONNX Runtime");
        if (theirs == null) {
            return;
        }
        double[] ours = numbers(measured.ready().get(Series.OURS));
        double[] others = numbers(theirs);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i]));
            difference = Math.max(difference, Math.abs(ours[i] - others[i]));
        }
        if (!(difference <= TOLERANCE * largest)) {
            throw new IllegalStateException("%s: features differ by %s from ONNX Runtime's, the largest is %s"
                    .formatted(backbone, difference, largest));
        }
        findings.remark(
                group,
                "%s: the first features of ours and ONNX Runtime differ by at most %.1e of the largest."
                        .formatted(backbone, difference / largest));
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
