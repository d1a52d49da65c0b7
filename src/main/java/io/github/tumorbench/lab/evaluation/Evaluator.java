package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
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

    /** Images through the whole network, each as often as there are looks at it; the embedding is the plain image's. */
    public Evaluation evaluate(Views views, List<Sample> samples, String title, Progress progress) {
        List<Prediction> predictions = new ArrayList<>(samples.size());
        float[][] embeddings = new float[samples.size()][];
        try (Progress.Task task = progress.start(title, samples.size())) {
            for (int first = 0; first < samples.size(); first += BATCH) {
                List<Sample> batch = samples.subList(first, Math.min(samples.size(), first + BATCH));
                List<Classifier.Outputs> looks = new ArrayList<>();
                views.of(batch).forEach(images -> looks.add(classifier.classify(images, batch.size())));
                addPredictions(predictions, batch, looks);
                float[] embedding = looks.get(0).embedding();
                int width = embedding.length / batch.size();
                for (int i = 0; i < batch.size(); i++) {
                    embeddings[first + i] = Arrays.copyOfRange(embedding, i * width, (i + 1) * width);
                }
                task.step(batch.size());
            }
        }
        return new Evaluation(predictions, embeddings);
    }

    /**
     * The head alone on features computed before.
     *
     * @param features one row for each sample
     */
    public Evaluation evaluate(List<Sample> samples, Rows features) {
        List<Prediction> predictions = new ArrayList<>(samples.size());
        float[][] embeddings = new float[samples.size()][];
        int width = features.width();
        for (int first = 0; first < samples.size(); first += BATCH) {
            List<Sample> batch = samples.subList(first, Math.min(samples.size(), first + BATCH));
            float[] flat = new float[batch.size() * width];
            for (int i = 0; i < batch.size(); i++) {
                embeddings[first + i] = features.row(first + i);
                System.arraycopy(embeddings[first + i], 0, flat, i * width, width);
            }
            addPredictions(predictions, batch, List.of(classifier.classify(flat, batch.size())));
        }
        return new Evaluation(predictions, embeddings);
    }

    private void addPredictions(List<Prediction> predictions, List<Sample> batch, List<Classifier.Outputs> looks) {
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.get(i);
            predictions.add(looks.size() == 1 ? prediction(sample, looks.get(0), i) : mean(sample, looks, i));
        }
    }

    private Prediction prediction(Sample sample, Classifier.Outputs outputs, int row) {
        int width = classes.size();
        List<Double> logits = doubles(outputs.logits(), row * width, width);
        List<Double> probabilities = doubles(outputs.probabilities(), row * width, width);
        int predicted = argMax(logits);
        return new Prediction(
                sample.file(),
                classes.get(sample.label()),
                classes.get(predicted),
                probabilities.get(predicted),
                probabilities,
                logits);
    }

    private Prediction mean(Sample sample, List<Classifier.Outputs> looks, int row) {
        int width = classes.size();
        List<double[]> logits = looks.stream()
                .map(outputs -> doubles(outputs.logits(), row * width, width).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
        return MeanPrediction.of(sample.file(), classes.get(sample.label()), classes, logits);
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
