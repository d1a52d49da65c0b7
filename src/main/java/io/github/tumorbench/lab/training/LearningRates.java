package io.github.tumorbench.lab.training;

import io.github.tumorbench.study.Schedule;

/**
 * The learning rate of each step.
 *
 * <p>Constant; cosine from the base rate to 0 (Loshchilov and Hutter 2017, without restarts); one-cycle (Smith and Topin 2018):
 * a cosine from 1/25 of the base rate up to it over the first 30 % of the steps, then a cosine down to 1/10 000 of where it
 * began. A plateau multiplies the constant rate by its factor. A warm-up (constant and cosine) climbs evenly from 0 before
 * anything else begins (Goyal et al. 2017).
 */
final class LearningRates {
    private static final double WARM_UP = 0.3;
    private static final double START = 1.0 / 25;
    private static final double END = START / 10_000;

    private final Schedule.Policy policy;
    private final double base;
    private final long steps;
    private final long warmUp;
    private double factor = 1;

    /**
     * @param stepsPerEpoch of a training that, if nothing stops it, goes through all the schedule's epochs
     */
    LearningRates(Schedule schedule, long stepsPerEpoch) {
        this.policy = schedule.policy();
        this.base = schedule.learningRate();
        this.warmUp = Math.round(schedule.warmUp() * stepsPerEpoch);
        this.steps = schedule.epochs() * stepsPerEpoch - warmUp;
    }

    /** Rate of a step, counted from 0. */
    double at(long step) {
        if (step < warmUp) {
            return base * (step + 1) / (warmUp + 1);
        }
        double done = steps <= 1 ? 1 : (double) (step - warmUp) / (steps - 1);
        return base
                * factor
                * switch (policy) {
                    case CONSTANT -> 1;
                    case COSINE -> between(1, 0, done);
                    case ONE_CYCLE -> done < WARM_UP
                            ? between(START, 1, done / WARM_UP)
                            : between(1, END, (done - WARM_UP) / (1 - WARM_UP));
                };
    }

    /** Lowers every later rate. */
    void reduce(double by) {
        factor *= by;
    }

    /** What plateaus have multiplied the rate by. */
    double factor() {
        return factor;
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
