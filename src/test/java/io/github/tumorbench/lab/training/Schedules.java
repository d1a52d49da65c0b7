package io.github.tumorbench.lab.training;

import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Schedule;

/** Schedules for tests: Adam, batches of 8, nothing else unless asked. */
final class Schedules {
    private Schedules() {}

    static Schedule of(Schedule.Policy policy, double rate) {
        return of(policy, rate, 5, null, null);
    }

    static Schedule of(
            Schedule.Policy policy,
            double rate,
            int epochs,
            Schedule.EarlyStopping stopping,
            Schedule.ReduceOnPlateau plateau) {
        return new Schedule(
                0,
                null,
                epochs,
                8,
                Schedule.Optimizer.ADAM,
                rate,
                policy,
                0,
                0.9,
                0,
                0,
                0,
                0,
                0,
                Schedule.BatchNorm.BATCH,
                0.99,
                Schedule.ClassWeights.NONE,
                stopping,
                plateau,
                new Schedule.Augmentation(AugmentationPreset.NONE, 0));
    }
}
