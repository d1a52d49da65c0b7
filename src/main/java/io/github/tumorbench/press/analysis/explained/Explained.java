package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Plans;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Explanations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of how an experiment decides. A part is null where it was not asked for, for an ensemble and in records of
 * schema 1.
 *
 * @param attention how well its maps sit on the tumour
 * @param stray attention where no evidence can be
 * @param belief whether its maps can be believed
 * @param space how its features arrange the images
 * @param robustness how it fares with worse images
 */
public record Explained(Attention attention, Stray stray, Belief belief, FeatureSpace space, Robustness robustness) {
    /**
     * From what was measured of images that have a prediction.
     *
     * @param classes in label order
     * @param patients patient of each file, where known
     * @param plans those of other experiments too
     */
    public static Explained of(
            ExperimentRecord record,
            List<String> classes,
            Map<String, String> patients,
            Plans plans,
            Bootstrap bootstrap) {
        Subjects subjects = Subjects.of(classes, record.predictions(), patients, plans, bootstrap);
        Explanations measured = predicted(record.explanations(), subjects);
        return new Explained(
                AttentionAnalyser.of(measured.attention(), subjects),
                StrayAnalyser.of(measured.attention(), subjects),
                BeliefAnalyser.of(measured, subjects),
                FeatureSpaceAnalyser.of(record.projection(), measured.neighbours(), subjects),
                RobustnessAnalyser.of(measured.corruptions()));
    }

    /** Of images that have a prediction; a record made up of several may have others. */
    private static Explanations predicted(Explanations all, Subjects subjects) {
        return new Explanations(
                only(all.attention(), Explanations.Attention::file, subjects),
                only(all.occlusion(), Explanations.Occlusion::file, subjects),
                only(all.agreement(), Explanations.Agreement::file, subjects),
                only(all.randomisation(), Explanations.Randomisation::file, subjects),
                only(all.perturbation(), Explanations.Perturbation::file, subjects),
                only(all.corruptions(), Explanations.Corrupted::file, subjects),
                only(all.neighbours(), Explanations.Neighbour::file, subjects));
    }

    private static <R> List<R> only(List<R> rows, Function<R, String> file, Subjects subjects) {
        return rows.stream()
                .filter(row -> subjects.predictions().containsKey(file.apply(row)))
                .toList();
    }

    /** Whether its maps were measured. */
    public boolean measured() {
        return attention != null || belief != null;
    }
}
