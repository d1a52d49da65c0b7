package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.explain.Inquiry;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.Explanation;
import io.github.tumorbench.study.Protocol;
import java.io.IOException;
import java.util.List;

/**
 * As much of {@link Explanations} as the study asks for. Under the protocol that only leaves out test images with copies the
 * network is the official one's; what takes many passes is then computed under the official one alone.
 */
final class Explaining {
    private final Bench bench;
    private final String experiment;
    private final ExportedModel model;
    private final TrainedNetwork trained;
    private final boolean thorough;

    Explaining(Bench bench, ExperimentSpec spec, Protocol protocol, ExportedModel model, TrainedNetwork trained) {
        this.bench = bench;
        this.experiment = spec.idUnder(protocol);
        this.model = model;
        this.trained = trained;
        boolean official = bench.study().protocols().contains(Protocol.OFFICIAL) && spec.runsUnder(Protocol.OFFICIAL);
        this.thorough = protocol.name() != Protocol.Name.OFFICIAL_DEDUPLICATED || !official;
    }

    /**
     * Everything beside the gallery.
     *
     * @param training images that were learnt from
     * @param features of every sample where they are cached, else null
     */
    Explanations measure(
            ExplanationStages stages, EvaluationStage.Result result, List<Sample> training, FeatureStage features)
            throws IOException {
        Explanation wanted = bench.study().explanation();
        if (wanted.images() == 0) {
            return Explanations.EMPTY;
        }
        int images = thorough ? wanted.images() : 0;
        int half = images / 2;
        int corrupted = thorough ? wanted.corrupted() : 0;
        Inquiry.Sensitivity sensitivity =
                images == 0 ? new Inquiry.Sensitivity(List.of(), List.of()) : stages.occlusion(images);
        return new Explanations(
                stages.attention(),
                sensitivity.occlusion(),
                sensitivity.agreement(),
                half == 0
                        ? List.of()
                        : new RandomisationStage(bench, experiment, model, trained.lazyTensors())
                                .rows(stages.caseKey(), result.predictions(), half),
                images == 0 ? List.of() : stages.perturbation(images),
                corrupted == 0 ? List.of() : stages.corruptions(corrupted),
                new NeighbourStage(bench, experiment, model, training).rows(result, features));
    }
}
