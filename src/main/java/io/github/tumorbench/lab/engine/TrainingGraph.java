package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.TensorSpec;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * A graph that trains: either a head on features, or a backbone with its head on images. One session, variables of its own.
 *
 * <p>The loss is the mean over the batch of weight · cross-entropy against smoothed targets. Not thread-safe.
 */
public final class TrainingGraph implements AutoCloseable {
    /**
     * What a step saw, before its update.
     *
     * @param loss mean over the batch
     * @param correct samples whose highest logit is their label's
     */
    public record Step(double loss, int correct) {}

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session;
    private final Schedule schedule;
    private final int classes;
    private final int size;
    private final int embedding;
    private final Variables variables = new Variables(tf);
    private final List<String> names = new ArrayList<>();
    private final StatelessNoise noise = new StatelessNoise(tf);
    private final Placeholder<TUint8> images;
    private final Placeholder<TFloat32> features;
    private final Placeholder<TInt32> labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    private final Placeholder<TFloat32> weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
    private final AugmentationGraph augmentation;
    private final OptimizerGraph optimizer;
    private final List<Op> statistics;
    private final Operand<TFloat32> loss;
    private final Operand<TInt32> correct;
    private final Operand<TFloat32> evaluated;

    private TrainingGraph(
            TensorFlowRuntime runtime,
            Schedule schedule,
            Backbone backbone,
            int embedding,
            int classes,
            Set<String> trained,
            Map<String, float[]> initial) {
        this.schedule = schedule;
        this.classes = classes;
        this.size = backbone == null ? 0 : backbone.input();
        this.embedding = embedding;
        addVariables(backbone, trained);
        Operand<TFloat32> trainingFeatures;
        Operand<TFloat32> evaluationFeatures;
        if (backbone == null) {
            images = null;
            augmentation = null;
            statistics = List.of();
            features = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, embedding)));
            trainingFeatures = features;
            evaluationFeatures = features;
        } else {
            features = null;
            images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
            Operand<TFloat32> pixels = tf.dtypes.cast(images, TFloat32.class);
            augmentation = new AugmentationGraph(tf, pixels, size, preset(schedule));
            TrainingBehaviour training = behaviour(backbone, initial, trained, true);
            trainingFeatures = features(backbone, augmentation.output(), training);
            statistics = training.statistics();
            evaluationFeatures = features(backbone, pixels, behaviour(backbone, initial, trained, false));
        }
        Operand<TFloat32> logits = Head.logits(tf, noise.drop(trainingFeatures, schedule.dropout()), variables);
        evaluated = Head.logits(tf, evaluationFeatures, variables);
        loss = loss(logits);
        correct = correct(logits);
        optimizer = new OptimizerGraph(tf, schedule);
        addUpdates(backbone);
        session = new Session(graph, runtime.config());
        Map<String, float[]> start = new TreeMap<>(initial);
        start.keySet().retainAll(names);
        variables.set(session, start);
        optimizer.initialise(session);
    }

    /**
     * A head alone.
     *
     * @param embedding length of the feature vectors
     * @param initial the head's tensors
     */
    public static TrainingGraph ofHead(
            TensorFlowRuntime runtime, Schedule schedule, int embedding, int classes, Map<String, float[]> initial) {
        return new TrainingGraph(runtime, schedule, null, embedding, classes, Set.of(), initial);
    }

    /**
     * A backbone and its head.
     *
     * @param trained names of the layers that learn; the head always does
     * @param initial every tensor of the backbone and the head
     */
    public static TrainingGraph ofNetwork(
            TensorFlowRuntime runtime,
            Schedule schedule,
            Backbone backbone,
            int classes,
            Set<String> trained,
            Map<String, float[]> initial) {
        return new TrainingGraph(runtime, schedule, backbone, backbone.channels(), classes, trained, initial);
    }

    private void addVariables(Backbone backbone, Set<String> trained) {
        if (backbone != null) {
            Map<String, long[]> shapes = Tensors.shapes(backbone);
            for (TensorSpec tensor : backbone.tensors()) {
                boolean learns = tensor.trainable() || tensor.role().startsWith("moving_");
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
    }

    private static AugmentationPreset preset(Schedule schedule) {
        return schedule.augmentation() == null
                ? AugmentationPreset.NONE
                : schedule.augmentation().preset();
    }

    private TrainingBehaviour behaviour(
            Backbone backbone, Map<String, float[]> tensors, Set<String> trained, boolean training) {
        return new TrainingBehaviour(
                tf, backbone, tensors, trained, variables, training, noise, schedule.batchNormMomentum());
    }

    private Operand<TFloat32> features(Backbone backbone, Operand<TFloat32> pixels, LayerGraph.Behaviour behaviour) {
        Operand<TFloat32> input = LayerGraph.preprocess(tf, backbone.preprocessing(), pixels);
        return LayerGraph.pool(tf, new LayerGraph(tf, behaviour).build(backbone, input));
    }

    private Operand<TFloat32> loss(Operand<TFloat32> logits) {
        double smoothing = schedule.labelSmoothing();
        Operand<TFloat32> targets = tf.oneHot(
                labels,
                tf.constant(classes),
                tf.constant((float) (1 - smoothing + smoothing / classes)),
                tf.constant((float) (smoothing / classes)));
        Operand<TFloat32> each =
                tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss();
        return tf.math.mean(tf.math.mul(each, weights), tf.constant(0));
    }

    private Operand<TInt32> correct(Operand<TFloat32> logits) {
        Operand<TInt32> predicted = tf.math.argMax(logits, tf.constant(1), TInt32.class);
        return tf.reduceSum(tf.dtypes.cast(tf.math.equal(predicted, labels), TInt32.class), tf.constant(0));
    }

    private void addUpdates(Backbone backbone) {
        List<Variables.Variable> learning = names.stream()
                .filter(name -> !name.contains("/moving_"))
                .map(variables::get)
                .toList();
        Output<?>[] values = learning.stream().map(v -> v.value().asOutput()).toArray(Output<?>[]::new);
        Output<?>[] gradients = graph.addGradients(loss.asOutput(), values);
        for (int i = 0; i < gradients.length; i++) {
            optimizer.update(learning.get(i), gradients[i].expect(TFloat32.class));
        }
    }

    /**
     * One update.
     *
     * @param batch with labels, weights and, for a network, changes
     * @param rate learning rate
     * @param seed of this step's random masks
     */
    public Step step(Batch batch, double rate, long seed) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            feedInputs(runner, batch, fed);
            if (augmentation != null) {
                augmentation.feed(runner, batch, fed);
            }
            runner.feed(labels, fed.add(Tensors.ints(batch.labels(), batch.count())));
            runner.feed(weights, fed.add(Tensors.floats(batch.weights(), batch.count())));
            runner.feed(noise.seed(), fed.add(org.tensorflow.types.TInt64.scalarOf(seed)));
            optimizer.addTo(runner, rate, fed);
            statistics.forEach(runner::addTarget);
            try (Result result = runner.fetch(loss).fetch(correct).run()) {
                return new Step(((TFloat32) result.get(0)).getFloat(), ((TInt32) result.get(1)).getInt());
            }
        }
    }

    /** Logits of a batch in inference mode, count · classes. */
    public float[] logits(Batch batch) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            feedInputs(runner, batch, fed);
            try (Result result = runner.fetch(evaluated).run()) {
                return Tensors.toFloats(result.get(0));
            }
        }
    }

    private void feedInputs(Session.Runner runner, Batch batch, Fed fed) {
        if (images != null) {
            runner.feed(images, fed.add(Tensors.images(batch.images(), batch.count(), size)));
        } else {
            runner.feed(features, fed.add(Tensors.floats(batch.features(), batch.count(), embedding)));
        }
    }

    /** What training has made of the variables, by name; moving statistics included, optimizer state not. */
    public Map<String, float[]> tensors() {
        return variables.values(session, names);
    }

    /** Sets the variables as {@link #tensors()} gave them. */
    public void restore(Map<String, float[]> tensors) {
        variables.set(session, tensors);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
