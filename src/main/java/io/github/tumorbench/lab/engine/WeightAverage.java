package io.github.tumorbench.lab.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Exponential moving averages of variables (Polyak and Juditsky 1992 in the form of TensorFlow's ExponentialMovingAverage):
 * average ← d · average + (1 − d) · value after each step, with d = min(decay, (1 + step) / (10 + step)), so that the first
 * values are soon forgotten. Moving statistics are averaged like weights.
 */
final class WeightAverage {
    private static final String PREFIX = "average/";

    private final Ops tf;
    private final double decay;
    private final Variables averages;
    private final Placeholder<TFloat32> kept;
    private final List<Op> updates = new ArrayList<>();

    WeightAverage(Ops tf, double decay) {
        this.tf = tf;
        this.decay = decay;
        this.averages = new Variables(tf);
        this.kept = tf.placeholder(TFloat32.class);
    }

    /** The variables that hold the averages. */
    Variables variables() {
        return averages;
    }

    /** Name of a variable's average among {@link #variables()}. */
    static String nameOf(String variable) {
        return PREFIX + variable;
    }

    /** Adds the average of one variable. */
    void add(String name, long... shape) {
        averages.add(nameOf(name), shape);
    }

    /** The average of one variable. */
    Operand<TFloat32> value(String name) {
        return averages.get(nameOf(name)).value();
    }

    /**
     * Makes an average follow its variable.
     *
     * @param update what changes the variable in each step; the average is of the value after it
     */
    void follow(Variables.Variable variable, Op update) {
        Operand<TFloat32> after = tf.withControlDependencies(update).readVariableOp(variable.handle(), TFloat32.class);
        Variables.Variable average = averages.get(nameOf(variable.name()));
        Operand<TFloat32> way = tf.math.sub(average.value(), after);
        Operand<TFloat32> share = tf.math.sub(tf.constant(1f), kept);
        updates.add(tf.assignSubVariableOp(average.handle(), tf.math.mul(way, share)));
    }

    /** Sets the averages to the variables' first values. */
    void initialise(Session session, Map<String, float[]> values) {
        Map<String, float[]> start = new HashMap<>();
        values.forEach((name, value) -> start.put(nameOf(name), value));
        averages.set(session, start);
    }

    /** @param step number of the step, from 1 */
    void addTo(Session.Runner runner, long step, Fed fed) {
        runner.feed(kept, fed.add(Tensors.scalar(Math.min(decay, (1.0 + step) / (10.0 + step)))));
        updates.forEach(runner::addTarget);
    }
}
