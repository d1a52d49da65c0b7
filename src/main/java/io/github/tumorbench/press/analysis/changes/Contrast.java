package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.Estimate;

/** Two results beside each other: how far each metric of {@link Scorer} moved, and whether that is more than noise. */
interface Contrast {
    /** After minus before, with its 95 % interval. */
    Estimate difference(int metric);

    /** The same with the interval over patients; null where no patient is known. */
    Estimate byPatient(int metric);

    /** Test of no difference; null where there is none. */
    Test test(int metric);

    /**
     * A test of no difference.
     *
     * @param name of the test
     * @param p two-sided
     */
    record Test(String name, double p) {
        static final String OVER_PATIENTS = "; jackknife t over patients where its p is larger";

        /** This one, or the more cautious of it and the same question asked over patients; null without either. */
        static Test cautious(Test overImages, double overPatients) {
            if (overImages == null || Double.isNaN(overPatients)) {
                return overImages;
            }
            return new Test(overImages.name + OVER_PATIENTS, Math.max(overImages.p, overPatients));
        }
    }

    /** The same predictions twice. */
    record Same(double[] score) implements Contrast {
        @Override
        public Estimate difference(int metric) {
            return Double.isNaN(score[metric])
                    ? Estimate.undefined("undefined")
                    : new Estimate(0.0, 0.0, 0.0, "the same predictions");
        }

        @Override
        public Estimate byPatient(int metric) {
            return null;
        }

        @Override
        public Test test(int metric) {
            return Double.isNaN(score[metric]) ? null : new Test("the same predictions", 1);
        }
    }
}
