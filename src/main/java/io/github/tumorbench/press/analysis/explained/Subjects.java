package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Plans;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The test images that measurements of one experiment's maps are about.
 *
 * @param predictions by file
 * @param patients patient of each file, where known
 * @param plans those of other experiments too
 */
record Subjects(
        List<String> classes,
        Map<String, Prediction> predictions,
        Map<String, String> patients,
        Plans plans,
        Bootstrap bootstrap) {
    static Subjects of(
            List<String> classes,
            List<Prediction> predictions,
            Map<String, String> patients,
            Plans plans,
            Bootstrap bootstrap) {
        Map<String, Prediction> byFile = new LinkedHashMap<>();
        predictions.forEach(one -> byFile.put(one.file(), one));
        return new Subjects(classes, byFile, patients, plans, bootstrap);
    }

    /** True class, by number. */
    int truth(String file) {
        return classes.indexOf(predictions.get(file).label());
    }

    boolean correct(String file) {
        return predictions.get(file).correct();
    }

    /** Draws patients of these images within their true class; an image whose patient is unknown by itself. */
    ResamplingPlan plan(List<String> files) {
        List<String> known = new ArrayList<>();
        files.forEach(file -> known.add(patients.get(file)));
        return plans.ofPatients(files.stream().mapToInt(this::truth).toArray(), known);
    }

    /** How many patients, images of unknown ones each counted as one. */
    int patients(List<String> files) {
        return plan(files).units();
    }
}
