package io.github.tumorbench.study;

/**
 * How one experiment is trained.
 *
 * @param trainLast how many of the backbone's last layers (Keras's order) are trained: 0 for a frozen backbone,
 *     {@link #ALL} for all
 * @param startFrom schedule whose result the training starts from, or null
 * @param epochs most epochs, at least 1
 * @param batch images per step
 * @param learningRate the base rate (the peak for one-cycle)
 * @param warmUp epochs over which the rate climbs evenly from 0, may be a fraction; 0 with one-cycle, which has its own
 * @param momentum of SGD
 * @param weightDecay decoupled decay of AdamW, 0 otherwise
 * @param labelSmoothing share of the target spread evenly over the classes, in [0, 1)
 * @param dropout share of the features dropped before the head while training, in [0, 1)
 * @param clipNorm largest norm of all gradients together; longer ones are shortened to it; 0 for no limit
 * @param averaging share of the old value that an exponential moving average of the weights keeps at each step; the
 *     average is what is validated and kept; 0 for none
 * @param batchNorm what trained batch normalisations use while training
 * @param batchNormMomentum share of the old moving average kept at each step, as Keras counts it
 * @param earlyStopping null for none
 * @param reduceOnPlateau null for none; only with a constant policy
 */
public record Schedule(
        int trainLast,
        String startFrom,
        int epochs,
        int batch,
        Optimizer optimizer,
        double learningRate,
        Policy policy,
        double warmUp,
        double momentum,
        double weightDecay,
        double labelSmoothing,
        double dropout,
        double clipNorm,
        double averaging,
        BatchNorm batchNorm,
        double batchNormMomentum,
        ClassWeights classWeights,
        EarlyStopping earlyStopping,
        ReduceOnPlateau reduceOnPlateau,
        Augmentation augmentation) {

    /** Every layer is trained. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Whether every layer learns from images, from the first weights on, for as many epochs and at such rates as are written. */
    public boolean endsByItself() {
        return trainLast == ALL && startFrom == null && earlyStopping == null && reduceOnPlateau == null;
    }

    /** The rule that turns gradients into steps. */
    public enum Optimizer {
        SGD,
        ADAM,
        ADAMW
    }

    /** How the learning rate moves within the training, apart from plateaus. */
    public enum Policy {
        CONSTANT,
        COSINE,
        ONE_CYCLE
    }

    /** Statistics of trained batch normalisations in a training step; frozen ones always use the moving statistics. */
    public enum BatchNorm {
        /** The batch's own; the moving statistics follow. */
        BATCH,
        /** The moving statistics, which stay as they are; scale and shift still learn. */
        MOVING
    }

    /** Weight of each class in the loss. */
    public enum ClassWeights {
        NONE,
        BALANCED
    }

    /** The quantity of the history that is watched. */
    public enum Monitor {
        VAL_LOSS,
        VAL_ACCURACY
    }

    /** Stop after {@code patience} epochs without a better value and restore the best epoch's weights. */
    public record EarlyStopping(Monitor monitor, int patience) {}

    /** Multiply the learning rate by {@code factor} after {@code patience} epochs without a better validation loss. */
    public record ReduceOnPlateau(double factor, int patience) {}

    /**
     * Random changes of training images.
     *
     * @param views with cached features, how many changed copies of each image join the original; elsewhere unused, as
     *     each epoch draws anew
     */
    public record Augmentation(AugmentationPreset preset, int views) {}
}
