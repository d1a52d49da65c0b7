package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks an exported model about images, through DJL, and writes down what it says. */
public final class Evaluator {
    private static final int BATCH = 32;

    private final Classifier classifier;
    private final List<String> classes;

    public Evaluator(Classifier classifier, List<String> classes) {
        this.classifier = classifier;
        this.classes = List.copyOf(classes);
    }

    /**
     * What a model says of samples.
     *
     * @param predictions in the order of the samples
     * @param embeddings one feature vector for each sample
     */
    public record Evaluation(List<Prediction> predictions, float[][] embeddings) {}

    /** Images through the whole network. */
    public Evaluation evaluate(ImageStore store, List<Sample> samples, String title, Progress progress) {
        List<Prediction> predictions = new ArrayList<>(samples.size());
        float[][] embeddings = new float[samples.size()][];
        try (Progress.Task task = progress.start(title, samples.size())) {
            for (int first = 0; first < samples.size(); first += BATCH) {
                List<Sample> batch = samples.subList(first, Math.min(samples.size(), first + BATCH));
                Classifier.Outputs outputs = classifier.classify(ImageData.pixels(store, batch), batch.size());
                addPredictions(predictions, batch, outputs);
                int embedding = outputs.embedding().length / batch.size();
                for (int i = 0; i < batch.size(); i++) {
                    embeddings[first + i] = Arrays.copyOfRange(outputs.embedding(), i * embedding, (i + 1) * embedding);
                }
                task.step(batch.size());
            }
        }
        return new Evaluation(predictions, embeddings);
    }

    /**
     * The head alone on features computed before.
     *
     * @param embeddings one for each sample
     */
    public Evaluation evaluate(List<Sample> samples, float[][] embeddings) {
        List<Prediction> predictions = new ArrayList<>(samples.size());
        for (int first = 0; first < samples.size(); first += BATCH) {
            List<Sample> batch = samples.subList(first, Math.min(samples.size(), first + BATCH));
            int embedding = embeddings[first].length;
            float[] flat = new float[batch.size() * embedding];
            for (int i = 0; i < batch.size(); i++) {
                System.arraycopy(embeddings[first + i], 0, flat, i * embedding, embedding);
            }
            addPredictions(predictions, batch, classifier.classify(flat, batch.size()));
        }
        return new Evaluation(predictions, embeddings);
    }

    private void addPredictions(List<Prediction> predictions, List<Sample> batch, Classifier.Outputs outputs) {
        int width = classes.size();
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.get(i);
            List<Double> logits = doubles(outputs.logits(), i * width, width);
            List<Double> probabilities = doubles(outputs.probabilities(), i * width, width);
            int predicted = argMax(logits);
            predictions.add(new Prediction(
                    sample.file(),
                    classes.get(sample.label()),
                    classes.get(predicted),
                    probabilities.get(predicted),
                    probabilities,
                    logits));
        }
    }

    /** The shortest decimal that gives the float again, as a double: the record prints it exactly and short. */
    private static List<Double> doubles(float[] values, int first, int count) {
        List<Double> doubles = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            doubles.add(Double.valueOf(Float.toString(values[i])));
        }
        return doubles;
    }

    private static int argMax(List<Double> values) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) > values.get(best)) {
                best = i;
            }
        }
        return best;
    }
}
