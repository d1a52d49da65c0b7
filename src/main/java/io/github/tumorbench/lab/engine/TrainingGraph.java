package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Layer;
import io.github.tumorbench.lab.backbone.TensorSpec;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A graph that trains: a head on features, a backbone with its head on images, or the last layers of a backbone with its head on
 * the activations at a cut. One session, variables of its own. Not thread-safe.
 */
public final class TrainingGraph implements AutoCloseable {
    /**
     * What a step saw, before its update.
     *
     * @param loss mean over the batch
     * @param correct samples whose highest logit is their label's
     */
    public record Step(double loss, int correct) {}

    /** A head is so small that handing its operations to other threads takes longer than computing them. */
    private static final RunOptions IN_CALLING_THREAD =
            RunOptions.newBuilder().setInterOpThreadPool(-1).build();

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session;
    private final Schedule schedule;
    private final Precision precision;
    private final Variables variables = new Variables(tf);
    private final List<String> names = new ArrayList<>();
    private final StatelessNoise noise = new StatelessNoise(tf);
    private final TrainingInput input;
    private final TrainingLoss loss;
    private final OptimizerGraph optimizer;
    private final WeightAverage average;
    private final List<Op> statistics = new ArrayList<>();
    private final Operand<TFloat32> evaluated;
    private final RunOptions options;
    private final TrainingState state;

    private TrainingGraph(
            TensorFlowRuntime runtime,
            Precision precision,
            Schedule schedule,
            Backbone backbone,
            int embedding,
            int classes,
            Set<String> trained,
            Map<String, float[]> initial) {
        this.schedule = schedule;
        this.precision = precision;
        this.average = schedule.averaging() == 0 ? null : new WeightAverage(tf, schedule.averaging());
        this.optimizer = new OptimizerGraph(tf, schedule);
        addVariables(backbone, embedding, classes, trained);
        Operand<TFloat32> learnt;
        Operand<TFloat32> asked;
        if (backbone == null) {
            input = TrainingInput.numbers(tf, embedding);
            learnt = input.changed();
            asked = input.plain();
        } else {
            input = inputOf(backbone, schedule);
            TrainingBehaviour training = behaviour(backbone, initial, trained, true);
            learnt = features(backbone, input.changed(), training);
            asked = features(backbone, input.plain(), behaviour(backbone, initial, trained, false));
            addUpdatesOf(training.statistics());
        }
        loss = new TrainingLoss(
                tf,
                Head.logits(tf, noise.drop(learnt, schedule.dropout()), name -> variables
                        .get(name)
                        .value()),
                classes,
                schedule.labelSmoothing());
        evaluated = Head.logits(tf, asked, this::evaluatedValue);
        addUpdates();
        session = new Session(graph, runtime.config());
        options = backbone == null ? IN_CALLING_THREAD : RunOptions.getDefaultInstance();
        state = new TrainingState(session, variables, names, average, optimizer);
        state.initialise(initial);
    }

    /**
     * A head alone.
     *
     * @param embedding length of the feature vectors
     * @param initial the head's tensors
     */
    public static TrainingGraph ofHead(
            TensorFlowRuntime runtime, Schedule schedule, int embedding, int classes, Map<String, float[]> initial) {
        return new TrainingGraph(runtime, Precision.FP32, schedule, null, embedding, classes, Set.of(), initial);
    }

    /**
     * A backbone and its head.
     *
     * @param backbone whole, reading images, or {@link Backbone#after after a cut}, reading activations
     * @param trained names of the layers that learn; the head always does
     * @param initial every tensor of the backbone and the head
     */
    public static TrainingGraph ofNetwork(
            TensorFlowRuntime runtime,
            Precision precision,
            Schedule schedule,
            Backbone backbone,
            int classes,
            Set<String> trained,
            Map<String, float[]> initial) {
        return new TrainingGraph(
                runtime, precision, schedule, backbone, backbone.channels(), classes, trained, initial);
    }

    private TrainingInput inputOf(Backbone backbone, Schedule schedule) {
        io.github.tumorbench.lab.backbone.Shape shape =
                ((Layer.Input) backbone.layers().get(0)).shape();
        boolean whole = shape.channels() == 3 && shape.height() == backbone.input();
        return whole
                ? TrainingInput.images(
                        tf, backbone.input(), schedule.augmentation().preset())
                : TrainingInput.numbers(tf, shape.height(), shape.width(), shape.channels());
    }

    private void addVariables(Backbone backbone, int embedding, int classes, Set<String> trained) {
        if (backbone != null) {
            Map<String, long[]> shapes = Tensors.shapes(backbone);
            boolean moving = schedule.batchNorm() == Schedule.BatchNorm.BATCH;
            for (TensorSpec tensor : backbone.tensors()) {
                boolean learns = tensor.trainable() || moving && tensor.role().startsWith("moving_");
                if (learns && trained.contains(tensor.layer())) {
                    addVariable(tensor.name(), shapes.get(tensor.name()));
                }
            }
        }
        addVariable(Head.KERNEL, embedding, classes);
        addVariable(Head.BIAS, classes);
    }

    private void addVariable(String name, long... shape) {
        variables.add(name, shape);
        names.add(name);
        if (average != null) {
            average.add(name, shape);
        }
    }

    private TrainingBehaviour behaviour(
            Backbone backbone, Map<String, float[]> tensors, Set<String> trained, boolean training) {
        return new TrainingBehaviour(
                tf,
                backbone,
                tensors,
                trained,
                variables,
                training ? this::trainedValue : this::evaluatedValue,
                training,
                noise,
                schedule);
    }

    private Operand<TFloat32> trainedValue(String name) {
        return variables.get(name).value();
    }

    private Operand<TFloat32> evaluatedValue(String name) {
        return average == null ? trainedValue(name) : average.value(name);
    }

    private Operand<TFloat32> features(Backbone backbone, Operand<TFloat32> pixels, LayerGraph.Behaviour behaviour) {
        Operand<TFloat32> preprocessed = LayerGraph.preprocess(tf, backbone.preprocessing(), pixels);
        return LayerGraph.pool(tf, new LayerGraph(tf, precision, behaviour).build(backbone, preprocessed));
    }

    private void addUpdatesOf(Map<String, Op> movingStatistics) {
        movingStatistics.forEach((name, update) -> addUpdate(name, update));
    }

    private void addUpdate(String name, Op update) {
        statistics.add(update);
        if (average != null) {
            average.follow(variables.get(name), update);
        }
    }

    private void addUpdates() {
        List<Variables.Variable> learning = names.stream()
                .filter(name -> !name.contains("/moving_"))
                .map(variables::get)
                .toList();
        Output<?>[] values = learning.stream().map(v -> v.value().asOutput()).toArray(Output<?>[]::new);
        Output<?>[] gradients = graph.addGradients(loss.mean().asOutput(), values);
        List<Operand<TFloat32>> limited = optimizer.clipped(Stream.of(gradients)
                .<Operand<TFloat32>>map(gradient -> gradient.expect(TFloat32.class))
                .toList());
        for (int i = 0; i < gradients.length; i++) {
            addUpdate(learning.get(i).name(), optimizer.update(learning.get(i), limited.get(i)));
        }
    }

    /**
     * One update.
     *
     * @param batch with labels, weights and, where it has images, changes
     * @param rate learning rate
     * @param seed of this step's random masks
     */
    public Step step(Batch batch, double rate, long seed) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner().setOptions(options);
            input.feed(runner, batch, true, fed);
            loss.feed(runner, batch, fed);
            runner.feed(noise.seed(), fed.add(org.tensorflow.types.TInt64.scalarOf(seed)));
            optimizer.addTo(runner, rate, fed);
            statistics.forEach(runner::addTarget);
            if (average != null) {
                average.addTo(runner, optimizer.steps(), fed);
            }
            try (Result result = runner.fetch(loss.mean()).fetch(loss.correct()).run()) {
                return new Step(((TFloat32) result.get(0)).getFloat(), ((TInt32) result.get(1)).getInt());
            }
        }
    }

    /** Logits of a batch in inference mode, count · classes; of the averaged weights where there are any. */
    public float[] logits(Batch batch) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner().setOptions(options);
            input.feed(runner, batch, false, fed);
            try (Result result = runner.fetch(evaluated).run()) {
                return Tensors.toFloats(result.get(0));
            }
        }
    }

    /** What training has made of the variables, by name, averaged where the schedule says so; optimizer state not. */
    public Map<String, float[]> tensors() {
        return state.tensors();
    }

    /** Sets the variables, and their averages, as {@link #tensors()} gave them. */
    public void restore(Map<String, float[]> tensors) {
        state.restore(tensors);
    }

    /** The state after the last step. */
    public TrainingState.Whole state() {
        return state.whole();
    }

    /** Goes back to a state: the next step will be as it would have been. */
    public void resume(TrainingState.Whole whole) {
        state.resume(whole);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
