package io.github.tumorbench.lab.engine;

import io.github.tumorbench.study.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.ResourceApplyAdam;
import org.tensorflow.op.train.ResourceApplyMomentum;
import org.tensorflow.types.TFloat32;

/**
 * The update operations of SGD with momentum, Adam (Kingma and Ba 2015, β 0.9 and 0.999, ε 1e-7 as Keras has it) and AdamW
 * (Loshchilov and Hutter 2019: decay decoupled, of kernels only, scaled by the learning rate).
 */
final class OptimizerGraph {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final float EPSILON = 1e-7f;

    private final Ops tf;
    private final Schedule schedule;
    private final Variables slots;
    private final Map<String, float[]> initialSlots = new HashMap<>();
    private final Placeholder<TFloat32> learningRate;
    private final Placeholder<TFloat32> beta1Power;
    private final Placeholder<TFloat32> beta2Power;
    private long steps;

    OptimizerGraph(Ops tf, Schedule schedule) {
        this.tf = tf;
        this.schedule = schedule;
        this.slots = new Variables(tf);
        this.learningRate = tf.placeholder(TFloat32.class);
        this.beta1Power = tf.placeholder(TFloat32.class);
        this.beta2Power = tf.placeholder(TFloat32.class);
    }

    /**
     * The gradients, shortened so that all together are no longer than the schedule's limit (Pascanu, Mikolov and Bengio 2013):
     * g · min(1, limit / ‖g‖) with the norm over every number of every gradient.
     */
    List<Operand<TFloat32>> clipped(List<Operand<TFloat32>> gradients) {
        if (schedule.clipNorm() == 0) {
            return gradients;
        }
        List<Operand<TFloat32>> halfSquares = new ArrayList<>();
        gradients.forEach(gradient -> halfSquares.add(tf.nn.l2Loss(gradient)));
        Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(halfSquares)));
        Operand<TFloat32> limit = tf.constant((float) schedule.clipNorm());
        Operand<TFloat32> factor = tf.math.div(limit, tf.math.maximum(norm, limit));
        List<Operand<TFloat32>> clipped = new ArrayList<>();
        gradients.forEach(gradient -> clipped.add(tf.math.mul(gradient, factor)));
        return clipped;
    }

    /** The update of one variable from its gradient, to be run with each step. */
    Op update(Variables.Variable variable, Operand<TFloat32> gradient) {
        if (schedule.optimizer() == Schedule.Optimizer.SGD) {
            return tf.train.resourceApplyMomentum(
                    variable.handle(),
                    slot(variable, "momentum").handle(),
                    learningRate,
                    gradient,
                    tf.constant((float) schedule.momentum()),
                    ResourceApplyMomentum.useLocking(true));
        }
        return decayed(variable)
                .train
                .resourceApplyAdam(
                        variable.handle(),
                        slot(variable, "m").handle(),
                        slot(variable, "v").handle(),
                        beta1Power,
                        beta2Power,
                        learningRate,
                        tf.constant((float) BETA_1),
                        tf.constant((float) BETA_2),
                        tf.constant(EPSILON),
                        gradient,
                        ResourceApplyAdam.useLocking(true));
    }

    /** Operations made from the result run after the variable's decay, if it has one. */
    private Ops decayed(Variables.Variable variable) {
        boolean decays = schedule.optimizer() == Schedule.Optimizer.ADAMW
                && schedule.weightDecay() > 0
                && variable.name().endsWith("kernel");
        if (!decays) {
            return tf;
        }
        Operand<TFloat32> factor = tf.math.mul(learningRate, tf.constant((float) schedule.weightDecay()));
        Op decay = tf.assignSubVariableOp(variable.handle(), tf.math.mul(variable.value(), factor));
        return tf.withControlDependencies(decay);
    }

    private Variables.Variable slot(Variables.Variable variable, String name) {
        String slot = "slot/" + name + "/" + variable.name();
        int size = 1;
        for (long n : variable.shape()) {
            size = Math.multiplyExact(size, Math.toIntExact(n));
        }
        initialSlots.put(slot, new float[size]);
        return slots.add(slot, variable.shape());
    }

    void initialise(Session session) {
        slots.set(session, initialSlots);
        initialSlots.clear();
    }

    /** Feeds the rate of one step, whose updates the runner must have as targets. */
    void addTo(Session.Runner runner, double rate, Fed fed) {
        steps++;
        feed(runner, learningRate, rate, fed);
        if (schedule.optimizer() != Schedule.Optimizer.SGD) {
            feed(runner, beta1Power, Math.pow(BETA_1, steps), fed);
            feed(runner, beta2Power, Math.pow(BETA_2, steps), fed);
        }
    }

    /** Steps taken so far. */
    long steps() {
        return steps;
    }

    /** Moments of the gradients. */
    Variables slots() {
        return slots;
    }

    /** Counts on from so many steps. */
    void resume(long done) {
        steps = done;
    }

    private static void feed(Session.Runner runner, Placeholder<TFloat32> placeholder, double value, Fed fed) {
        runner.feed(placeholder, fed.add(Tensors.scalar(value)));
    }
}
