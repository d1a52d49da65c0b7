package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Cascade;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.engine.Head;
import io.github.tumorbench.lab.engine.ModelExporter;
import io.github.tumorbench.lab.explain.Case;
import io.github.tumorbench.lab.explain.Inquiry;
import io.github.tumorbench.lab.explain.SanityCheck;
import io.github.tumorbench.lab.explain.Subject;
import io.github.tumorbench.record.Explanations.Randomisation;
import io.github.tumorbench.record.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Networks that lose what they learnt, from the head towards the input, exported one after another and asked for their maps. */
final class RandomisationStage {
    private static final String VERSION = "randomisation 1";
    private static final String FILE = "rows.json";
    /** Blocks of which the depths are chosen. */
    private static final int DEPTHS = 8;
    /** How depth 0 is called. */
    private static final String HEAD = "head";

    private final Bench bench;
    private final String experiment;
    private final ExportedModel model;
    private final Supplier<Map<String, float[]>> trained;
    private final long seed;

    /** @param trained tensors of backbone and head */
    RandomisationStage(Bench bench, String experiment, ExportedModel model, Supplier<Map<String, float[]>> trained) {
        this.bench = bench;
        this.experiment = experiment;
        this.model = model;
        this.trained = trained;
        this.seed = bench.seeds().apart("randomisation");
    }

    /**
     * The rows of {@code randomisation.csv}.
     *
     * @param caseKey names images, outlines and predictions
     * @param images whose maps are compared
     */
    List<Randomisation> rows(String caseKey, List<Prediction> predictions, int images) throws IOException {
        String key = String.join(
                "\n",
                VERSION,
                "model " + model.digest(),
                caseKey,
                "%s images, %s depths, seed %s".formatted(images, DEPTHS, seed),
                bench.environmentKey());
        StageCache.Entry entry = bench.log().run("randomisation", experiment, key, folder -> {
            Subject subject = bench.subject(model.network().backbone().input());
            List<Case> cases = Inquiry.cases(subject, predictions, images);
            StageFile.write(folder.resolve(FILE), compute(check(subject, cases), folder.resolve("forgetful")));
        });
        return StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
    }

    private SanityCheck check(Subject subject, List<Case> cases) {
        try (Classifier classifier = model.classifier()) {
            return new SanityCheck(subject, classifier, cases, experiment + ": Grad-CAM", bench.progress());
        }
    }

    private List<Randomisation> compute(SanityCheck check, Path folder) throws IOException {
        Backbone backbone = model.network().backbone();
        List<Randomisation> rows = new ArrayList<>(compare(check, 0, HEAD, Set.of(), folder));
        List<Cascade.Depth> depths = Cascade.depths(backbone, DEPTHS);
        for (int i = 0; i < depths.size(); i++) {
            rows.addAll(
                    compare(check, i + 1, depths.get(i).layer(), depths.get(i).layers(), folder));
        }
        return rows;
    }

    private List<Randomisation> compare(SanityCheck check, int depth, String layer, Set<String> layers, Path folder)
            throws IOException {
        Backbone backbone = model.network().backbone();
        int classes = bench.dataset().classes().size();
        Map<String, float[]> tensors = new TreeMap<>(Cascade.forgotten(backbone, trained.get(), layers, seed));
        tensors.putAll(Head.initial(backbone.channels(), classes, seed));
        ModelExporter.export(bench.runtime(), backbone, classes, tensors, folder);
        try (Classifier classifier = new Classifier(bench.runtime(), folder, backbone.input())) {
            String title = "%s: randomised down to %s".formatted(experiment, layer);
            return check.compare(classifier, depth, layer, title, bench.progress());
        } finally {
            Files.delete(folder.resolve("saved_model.pb"));
            Files.delete(folder);
        }
    }
}
