package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.record.Explanations.Randomisation;
import java.util.ArrayList;
import java.util.List;

/**
 * Cascading randomisation (Adebayo et al. 2018): a map that stays as it was when the network loses what it learnt, layer by layer
 * from the head down, explains the image and not the network.
 */
public final class SanityCheck {
    private final Subject subject;
    private final List<Case> cases;
    private final List<HeatMap> trained;

    /** @param classifier the trained network */
    public SanityCheck(Subject subject, Classifier classifier, List<Case> cases, String title, Progress progress) {
        this.subject = subject;
        this.cases = List.copyOf(cases);
        this.trained = new Maps(classifier, subject.store()).gradcam(cases, title, progress);
    }

    /**
     * One row for each case.
     *
     * @param randomised the network without what its layers from {@code layer} on have learnt
     */
    public List<Randomisation> compare(
            Classifier randomised, int depth, String layer, String title, Progress progress) {
        List<HeatMap> maps = new Maps(randomised, subject.store()).gradcam(cases, title, progress);
        List<Randomisation> rows = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            rows.add(new Randomisation(
                    cases.get(i).sample().file(),
                    subject.classes().get(cases.get(i).target()),
                    depth,
                    layer,
                    Spearman.of(trained.get(i).values(), maps.get(i).values())));
        }
        return rows;
    }
}
