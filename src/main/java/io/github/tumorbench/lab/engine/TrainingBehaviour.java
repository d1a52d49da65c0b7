package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Layer;
import io.github.tumorbench.study.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Training: the trained layers' weights are variables, all others constants. In the training pass a trained batch
 * normalisation uses the batch's statistics and moves the running ones, unless the schedule keeps them; a frozen one always uses
 * its running statistics.
 */
final class TrainingBehaviour implements LayerGraph.Behaviour {
    private final Ops tf;
    private final Map<String, float[]> tensors;
    private final Map<String, long[]> shapes;
    private final Set<String> trained;
    private final Variables variables;
    private final Function<String, Operand<TFloat32>> values;
    private final boolean training;
    private final StatelessNoise noise;
    private final Schedule schedule;
    private final Map<String, Op> statistics = new LinkedHashMap<>();

    /**
     * @param variables of the trained layers, already there
     * @param values of the variables as this pass sees them
     * @param training whether this is the training pass or the evaluation pass
     */
    TrainingBehaviour(
            Ops tf,
            Backbone backbone,
            Map<String, float[]> tensors,
            Set<String> trained,
            Variables variables,
            Function<String, Operand<TFloat32>> values,
            boolean training,
            StatelessNoise noise,
            Schedule schedule) {
        this.tf = tf;
        this.tensors = tensors;
        this.shapes = Tensors.shapes(backbone);
        this.trained = trained;
        this.variables = variables;
        this.values = values;
        this.training = training;
        this.noise = noise;
        this.schedule = schedule;
    }

    /** Updates of the running statistics by the variables' names, to be run with each step. */
    Map<String, Op> statistics() {
        return statistics;
    }

    @Override
    public Operand<TFloat32> weight(String tensor) {
        return variables.get(tensor) != null
                ? values.apply(tensor)
                : Tensors.constant(tf, tensors.get(tensor), shapes.get(tensor));
    }

    @Override
    public Operand<TFloat32> bias(Layer.Convolution layer) {
        return layer.bias() ? weight(layer.name() + "/bias") : null;
    }

    @Override
    public Operand<TFloat32> bias(Layer.DepthwiseConvolution layer) {
        return null;
    }

    @Override
    public Operand<TFloat32> batchNormalization(Layer.BatchNormalization layer, Operand<TFloat32> x) {
        boolean moves = schedule.batchNorm() == Schedule.BatchNorm.BATCH;
        if (!training || !moves || !trained.contains(layer.name())) {
            return Normalizations.withMovingStatistics(tf, layer, x, this::weight);
        }
        FusedBatchNorm<TFloat32, TFloat32> norm = Normalizations.withBatchStatistics(tf, layer, x, this::weight);
        move(layer.name() + "/moving_mean", norm.batchMean());
        move(layer.name() + "/moving_variance", norm.batchVariance());
        return norm.y();
    }

    private void move(String name, Operand<TFloat32> batch) {
        Variables.Variable running = variables.get(name);
        Operand<TFloat32> kept = tf.math.mul(running.value(), tf.constant((float) schedule.batchNormMomentum()));
        Operand<TFloat32> added = tf.math.mul(batch, tf.constant((float) (1 - schedule.batchNormMomentum())));
        statistics.put(name, tf.assignVariableOp(running.handle(), tf.math.add(kept, added)));
    }

    @Override
    public boolean pointwiseAsProduct() {
        return training;
    }

    @Override
    public Operand<TFloat32> dropConnect(Layer.DropConnect layer, Operand<TFloat32> x) {
        return training && trained.contains(layer.name()) ? noise.dropSamples(x, layer.rate()) : x;
    }
}
