package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.TrainingGraph;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Runs a schedule on a training graph: epochs, learning rates, early stopping, the best epoch's weights. */
public final class Trainer {
    private final TrainingGraph graph;
    private final TrainingData data;
    private final int[] validationLabels;
    private final Schedule schedule;
    private final long seed;
    private final LearningRates rates;
    private final List<Epoch> history = new ArrayList<>();
    private Map<String, float[]> best;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int epochsOnPlateau;
    private long steps;

    /**
     * @param graph with its initial weights
     * @param validationLabels of the validation rows; where there are none, the epochs' validation figures are not numbers
     * @param seed of the order of rows and of random masks
     */
    public Trainer(TrainingGraph graph, TrainingData data, int[] validationLabels, Schedule schedule, long seed) {
        if (validationLabels.length == 0 && !schedule.endsByItself()) {
            throw new IllegalArgumentException("this schedule looks at validation rows");
        }
        this.graph = graph;
        this.data = data;
        this.validationLabels = validationLabels.clone();
        this.schedule = schedule;
        this.seed = seed;
        this.rates = new LearningRates(schedule, stepsPerEpoch());
    }

    private int stepsPerEpoch() {
        return (data.trainingRows() + schedule.batch() - 1) / schedule.batch();
    }

    /**
     * Trains until the schedule's end or until early stopping ends it, from the last checkpoint on if there is one.
     *
     * @throws InputException if the loss leaves the finite numbers
     */
    public Trained train(String title, Progress progress, Checkpoint.Keeper keeper) {
        keeper.latest().ifPresent(checkpoint -> resume(checkpoint, title, progress));
        try (Progress.Task task = progress.start(title, (long) schedule.epochs() * stepsPerEpoch())) {
            task.step(steps);
            while (history.size() < schedule.epochs() && !stopsEarly()) {
                Epoch last = epoch(history.size() + 1, task);
                history.add(last);
                task.note(note(last));
                keepIfBest(last);
                reduceOnPlateau(last);
                keeper.keep(new Checkpoint(
                        graph.state(),
                        best,
                        new Checkpoint.State(history, bestEpoch, bestLoss, epochsOnPlateau, rates.factor())));
            }
        }
        return new Trained(best, history, reason(), bestEpoch);
    }

    private String note(Epoch last) {
        return validationLabels.length == 0
                ? String.format(Locale.ROOT, "epoch %s, loss %.4f", last.epoch(), last.trainLoss())
                : String.format(
                        Locale.ROOT,
                        "epoch %s, val accuracy %.4f, val loss %.4f",
                        last.epoch(),
                        last.valAccuracy(),
                        last.valLoss());
    }

    private void resume(Checkpoint checkpoint, String title, Progress progress) {
        Checkpoint.State state = checkpoint.progress();
        history.addAll(state.history());
        best = checkpoint.best();
        bestEpoch = state.bestEpoch();
        bestLoss = state.bestLoss();
        epochsOnPlateau = state.epochsOnPlateau();
        rates.reduce(state.rateFactor());
        steps = (long) history.size() * stepsPerEpoch();
        graph.resume(checkpoint.graph());
        progress.say(title + ": going on after epoch " + history.size());
    }

    private String reason() {
        if (history.size() == schedule.epochs()) {
            return "all " + schedule.epochs() + " epochs done";
        }
        return "early stopping: %s did not improve for %s epochs"
                .formatted(
                        schedule.earlyStopping().monitor().name().toLowerCase(Locale.ROOT),
                        schedule.earlyStopping().patience());
    }

    private Epoch epoch(int epoch, Progress.Task task) {
        int[] order = order(epoch);
        double loss = 0;
        long correct = 0;
        double rate = 0;
        for (int first = 0; first < order.length; first += schedule.batch()) {
            int[] rows = Arrays.copyOfRange(order, first, Math.min(order.length, first + schedule.batch()));
            rate = rates.at(steps);
            TrainingGraph.Step step = graph.step(data.training(rows, epoch), rate, seed + steps);
            refuseDivergence(step.loss(), epoch);
            steps++;
            loss += step.loss() * rows.length;
            correct += step.correct();
            task.step(1);
        }
        double[] validation = {Double.NaN, Double.NaN};
        if (validationLabels.length > 0) {
            validation = validate();
            refuseDivergence(validation[0], epoch);
        }
        return new Epoch(
                epoch, rate, loss / order.length, (double) correct / order.length, validation[0], validation[1]);
    }

    private void refuseDivergence(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new InputException(
                    "training: expected a finite loss, found %s in epoch %s at learning rate %s; lower learningRate or set clipNorm"
                            .formatted(loss, epoch, rates.at(steps)));
        }
    }

    /** All rows in an order that depends on the seed and the epoch alone (Fisher and Yates). */
    private int[] order(int epoch) {
        int[] order = new int[data.trainingRows()];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * epoch));
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** Mean cross-entropy (unweighted, unsmoothed) and accuracy on the validation rows. */
    private double[] validate() {
        double loss = 0;
        int correct = 0;
        int rows = data.validationRows();
        int batch = Math.max(schedule.batch(), 32);
        for (int first = 0; first < rows; first += batch) {
            Batch validation = data.validation(first, Math.min(batch, rows - first));
            float[] logits = graph.logits(validation);
            int classes = logits.length / validation.count();
            for (int i = 0; i < validation.count(); i++) {
                float[] row = Arrays.copyOfRange(logits, i * classes, (i + 1) * classes);
                int label = validationLabels[first + i];
                loss += Softmax.crossEntropy(row, label);
                correct += Softmax.argMax(row) == label ? 1 : 0;
            }
        }
        return new double[] {loss / rows, (double) correct / rows};
    }

    private void keepIfBest(Epoch epoch) {
        // Without early stopping the last epoch is kept.
        boolean better = schedule.earlyStopping() == null || best == null || improves(epoch);
        if (better) {
            best = graph.tensors();
            bestEpoch = epoch.epoch();
        }
    }

    private boolean improves(Epoch epoch) {
        Epoch kept = history.get(bestEpoch - 1);
        return switch (schedule.earlyStopping().monitor()) {
            case VAL_LOSS -> epoch.valLoss() < kept.valLoss();
            case VAL_ACCURACY -> epoch.valAccuracy() > kept.valAccuracy();
        };
    }

    private boolean stopsEarly() {
        return schedule.earlyStopping() != null
                && !history.isEmpty()
                && history.size() - bestEpoch >= schedule.earlyStopping().patience();
    }

    private void reduceOnPlateau(Epoch epoch) {
        if (epoch.valLoss() < bestLoss) {
            bestLoss = epoch.valLoss();
            epochsOnPlateau = 0;
        } else {
            epochsOnPlateau++;
        }
        if (schedule.reduceOnPlateau() != null
                && epochsOnPlateau >= schedule.reduceOnPlateau().patience()) {
            rates.reduce(schedule.reduceOnPlateau().factor());
            epochsOnPlateau = 0;
        }
    }
}
