package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.explained.Explained;
import io.github.tumorbench.press.analysis.explained.Localisation;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.ConfidenceHistogram;
import io.github.tumorbench.press.analysis.metrics.ConfusionMatrix;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Overall;
import io.github.tumorbench.press.analysis.metrics.ReliabilityBin;
import io.github.tumorbench.press.analysis.metrics.RocCurve;
import io.github.tumorbench.press.analysis.trust.CalibrationSummary;
import io.github.tumorbench.press.analysis.trust.Conformal;
import io.github.tumorbench.press.analysis.trust.Deferral;
import io.github.tumorbench.press.analysis.trust.Temperature;
import java.util.List;

/**
 * All that is computed about one experiment.
 *
 * @param id as in the record
 * @param name what to call it beside the study's other experiments: the backbone alone where that is unambiguous
 * @param ensemble whether it averages other experiments
 * @param flops of one image's inference
 * @param images test images
 * @param classNames in label order
 * @param classes in label order, with {@code curves} and the confusion matrix in the same order
 * @param intervals by resampling, of every metric
 * @param withoutCopies the same on test images without a copy, identical or nearly so, among those learned from; null where the protocol
 *     divides the images in another way than the manifest says
 * @param reliability 15 bins
 * @param calibration errors of calibration
 * @param projection empty where the record has none
 * @param localisation null where no image was explained
 * @param explained how it decides, as far as it was measured
 */
public record ExperimentAnalysis(
        String id,
        String name,
        String backbone,
        boolean ensemble,
        String schedule,
        String protocol,
        long flops,
        int images,
        List<String> classNames,
        Overall overall,
        List<ClassMetrics> classes,
        MetricIntervals intervals,
        WithoutCopies withoutCopies,
        ConfusionMatrix confusion,
        List<RocCurve> curves,
        ConfidenceHistogram confidence,
        List<ReliabilityBin> reliability,
        CalibrationSummary calibration,
        Temperature temperature,
        Deferral deferral,
        Conformal conformal,
        LearningCurve learning,
        List<ProjectedImage> projection,
        Localisation localisation,
        Explained explained) {
    public ExperimentAnalysis {
        classNames = List.copyOf(classNames);
        classes = List.copyOf(classes);
        curves = List.copyOf(curves);
        reliability = List.copyOf(reliability);
        projection = List.copyOf(projection);
    }

    /** What it is whatever the backbone and the protocol: {@link #training()}, or an ensemble's own name. */
    public String recipe() {
        return ensemble ? NameForm.recipe(id, protocol) : training();
    }

    /** The schedule, and whether the network learnt anew from the validation images too. */
    public String training() {
        return NameForm.training(schedule, learning.refitted());
    }

    /** The same by another name. */
    ExperimentAnalysis called(String other) {
        return new ExperimentAnalysis(
                id,
                other,
                backbone,
                ensemble,
                schedule,
                protocol,
                flops,
                images,
                classNames,
                overall,
                classes,
                intervals,
                withoutCopies,
                confusion,
                curves,
                confidence,
                reliability,
                calibration,
                temperature,
                deferral,
                conformal,
                learning,
                projection,
                localisation,
                explained);
    }
}
