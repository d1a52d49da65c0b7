package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a list of reports says about one set of test images: the most accurate experiment and how accurate it is.
 *
 * @param experiment id
 * @param name what to call it
 * @param protocol how the images were divided
 * @param images test images
 * @param accuracy share of right predictions, Wilson interval
 */
public record Headline(String experiment, String name, String protocol, int images, Estimate accuracy) {
    /** One for each set of test images, in the study's order; none where nothing was tested. */
    public static List<Headline> of(StudyAnalysis study) {
        List<Headline> headlines = new ArrayList<>();
        for (Family family : study.families()) {
            Leader.ranked(study, family).stream()
                    .findFirst()
                    .map(best -> new Headline(
                            best.id(),
                            best.name(),
                            Findings.protocols(study, family),
                            best.images(),
                            best.overall().accuracy()))
                    .ifPresent(headlines::add);
        }
        return headlines;
    }
}
