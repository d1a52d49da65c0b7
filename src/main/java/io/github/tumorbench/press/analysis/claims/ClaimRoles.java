package io.github.tumorbench.press.analysis.claims;

import io.github.tumorbench.press.analysis.Comparison;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.claims.PublishedFigures.Training;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Resampled;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Schedule;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which experiments of a record stand for those of the reproduced study: of each backbone, trained as there under the official
 * protocol, the first in the study's order.
 */
record ClaimRoles(StudyRecord record, StudyAnalysis study) {
    private static final int LAST = 10;

    /** Null where the record has none. */
    ExperimentAnalysis network(String backbone, Training training) {
        return study.experiments().stream()
                .filter(one -> !one.ensemble() && one.images() > 0)
                .filter(one -> one.backbone().equals(backbone) && one.protocol().equals(Protocol.OFFICIAL.id()))
                .filter(one -> trained(one, training))
                .findFirst()
                .orElse(null);
    }

    /** The frozen networks of the study that the record has. */
    List<ExperimentAnalysis> frozen() {
        return PublishedFigures.BACKBONES.stream()
                .map(backbone -> network(backbone, Training.FROZEN))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the record has all three. */
    boolean complete() {
        return frozen().size() == PublishedFigures.BACKBONES.size();
    }

    Schedule schedule(ExperimentAnalysis one) {
        return record.run().study().schedules().get(one.schedule());
    }

    private boolean trained(ExperimentAnalysis one, Training training) {
        Schedule schedule = schedule(one);
        int layers = training == Training.FROZEN ? 0 : LAST;
        return schedule != null && schedule.trainLast() == layers;
    }

    ExperimentRecord facts(ExperimentAnalysis one) {
        return record.experiments().stream()
                .filter(other -> other.experiment().id().equals(one.id()))
                .findFirst()
                .orElseThrow();
    }

    Experiment experiment(ExperimentAnalysis one) {
        return facts(one).experiment();
    }

    /** Milliseconds for one image, the smallest batch measured; null where none was. */
    Double latency(ExperimentAnalysis one) {
        return record.execution().latencies().stream()
                .filter(latency -> latency.experiment().equals(one.id()))
                .min(Comparator.comparingInt(Execution.Latency::batch))
                .map(latency -> latency.medianMilliseconds() / latency.batch())
                .orElse(null);
    }

    /** Comparison of two experiments on the same images, null where there is none. */
    Comparison pair(ExperimentAnalysis one, ExperimentAnalysis other) {
        return study.familyOf(one.id()).pair(one.id(), other.id());
    }

    /** Accuracy of the first minus that of the second; null where they were not compared. */
    Estimate accuracyDifference(ExperimentAnalysis one, ExperimentAnalysis other) {
        Comparison pair = pair(one, other);
        return pair == null ? null : turned(pair, one, pair.accuracy());
    }

    static Estimate turned(Comparison pair, ExperimentAnalysis first, Resampled difference) {
        return pair.first().equals(first.id())
                ? difference.best()
                : difference.best().negated();
    }

    ClassMetrics ofClass(ExperimentAnalysis one, String name) {
        int label = one.classNames().indexOf(name);
        return label < 0 ? null : one.classes().get(label);
    }
}
