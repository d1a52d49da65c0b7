package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.engine.CorruptedImages;
import io.github.tumorbench.lab.engine.Corruption;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.Explanations.Corrupted;
import io.github.tumorbench.study.Digests;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What the network says of test images that were made worse, each looked at once. */
public final class Robustness {
    private static final int BATCH = 32;

    private final Subject subject;
    private final Classifier classifier;
    private final CorruptedImages corrupted;
    private final long seed;

    /** @param seed of noise, coils and turns */
    public Robustness(Subject subject, Classifier classifier, CorruptedImages corrupted, long seed) {
        this.subject = subject;
        this.classifier = classifier;
        this.corrupted = corrupted;
        this.seed = seed;
    }

    /**
     * The rows of {@code corruptions.csv}: by corruption, severity and image, the images as they are first.
     *
     * @param count images, evenly over the classes
     */
    public List<Corrupted> rows(int count, String title, Progress progress) {
        List<Sample> samples = Selection.stratified(subject.samples(), subject.digests(), count).stream()
                .map(subject.samples()::get)
                .toList();
        List<Corrupted> rows = new ArrayList<>();
        int kinds = Corruption.values().length * Corruption.SEVERITIES + 1;
        try (Progress.Task task = progress.start(title, (long) kinds * samples.size())) {
            add(rows, samples, null, 0, task);
            for (Corruption corruption : Corruption.values()) {
                for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
                    add(rows, samples, corruption, severity, task);
                }
            }
        }
        return rows;
    }

    /** @param corruption null for none */
    private void add(
            List<Corrupted> rows, List<Sample> samples, Corruption corruption, int severity, Progress.Task task) {
        for (int first = 0; first < samples.size(); first += BATCH) {
            List<Sample> batch = samples.subList(first, Math.min(samples.size(), first + BATCH));
            ByteBuffer images = ImageData.pixels(subject.store(), batch);
            if (corruption != null) {
                int[] keys = batch.stream().mapToInt(this::key).toArray();
                images = corrupted.images(corruption, severity, images, keys);
            }
            float[] probabilities = classifier.classify(images, batch.size()).probabilities();
            String word = corruption == null ? Explanations.UNCORRUPTED : corruption.word();
            for (int i = 0; i < batch.size(); i++) {
                rows.add(row(batch.get(i), word, severity, probabilities, i));
            }
            task.step(batch.size());
        }
    }

    private Corrupted row(Sample sample, String word, int severity, float[] probabilities, int index) {
        List<String> classes = subject.classes();
        int first = index * classes.size();
        int best = 0;
        for (int c = 1; c < classes.size(); c++) {
            best = probabilities[first + c] > probabilities[first + best] ? c : best;
        }
        return new Corrupted(
                sample.file(),
                classes.get(sample.label()),
                word,
                severity,
                classes.get(best),
                Rounding.of(probabilities[first + best]),
                Rounding.of(probabilities[first + sample.label()]));
    }

    /** An image's number, the same in every study with this seed. */
    private int key(Sample sample) {
        return Integer.parseUnsignedInt(
                Digests.sha256(seed + "/" + sample.file()).substring(0, 8), 16);
    }
}
