package io.github.tumorbench.study;

import io.github.tumorbench.study.Schedule.Augmentation;
import java.util.List;

/** What a study file that says nothing means: every default, and nothing else. */
final class Defaults {
    static final List<Protocol> PROTOCOLS = List.of(Protocol.OFFICIAL);
    static final double VALIDATION_FRACTION = 0.15;
    static final Explanation EXPLANATION = new Explanation(2, 48, 300);

    static final DatasetSpec.OnUnreadable ON_UNREADABLE = DatasetSpec.OnUnreadable.FAIL;
    static final double TEST_FRACTION = 0.2;

    static final int INPUT = 224;
    static final boolean ALLOW_PARTIAL = false;
    static final double TRAINING_SHARE = 1;
    static final Precision PRECISION = Precision.FP32;

    static final int TRAIN_LAST = 0;
    static final int BATCH = 32;
    static final Schedule.Optimizer OPTIMIZER = Schedule.Optimizer.ADAM;
    static final Schedule.Policy POLICY = Schedule.Policy.CONSTANT;
    static final double WARM_UP = 0;
    static final double MOMENTUM = 0.9;
    static final double WEIGHT_DECAY = 0;
    static final double LABEL_SMOOTHING = 0;
    static final double DROPOUT = 0;
    static final double CLIP_NORM = 0;
    static final double AVERAGING = 0;
    static final Schedule.BatchNorm BATCH_NORM = Schedule.BatchNorm.BATCH;
    static final double BATCH_NORM_MOMENTUM = 0.99;
    static final Schedule.ClassWeights CLASS_WEIGHTS = Schedule.ClassWeights.NONE;
    static final Augmentation AUGMENTATION = new Augmentation(AugmentationPreset.NONE, 0);

    private Defaults() {}

    /** Pictures of generated images may be shown; those of a dataset only where its file says so. */
    static boolean publishImages(DatasetSpec.Source source) {
        return source == DatasetSpec.Source.PHANTOM;
    }

    /** One changed copy beside the original where features are cached; elsewhere each epoch draws anew. */
    static int views(int trainLast) {
        return trainLast == 0 ? 1 : 0;
    }
}
