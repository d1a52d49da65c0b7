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
 * @param momentum of SGD
 * @param weightDecay decoupled decay of AdamW, 0 otherwise
 * @param labelSmoothing share of the target spread evenly over the classes, in [0, 1)
 * @param dropout share of the features dropped before the head while training, in [0, 1)
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
        double momentum,
        double weightDecay,
        double labelSmoothing,
        double dropout,
        double batchNormMomentum,
        ClassWeights classWeights,
        EarlyStopping earlyStopping,
        ReduceOnPlateau reduceOnPlateau,
        Augmentation augmentation) {

    /** Every layer is trained. */
    public static final int ALL = Integer.MAX_VALUE;

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
