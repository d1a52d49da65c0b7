package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.TumourMask;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains test images chosen by rule: Grad-CAM of the predicted class, beside the tumour's outline where it is known. */
public final class Gallery {
    /** Name of the rule that chooses the same images for every network. */
    private static final String SHARED = "shared";
    /** Images of each class that it chooses. */
    private static final int SHARED_PER_CLASS = 2;

    private final Subject subject;
    private final Maps maps;
    private final Path pictures;

    /** @param pictures folder the images and outlines of explained test images go into, or null where none may be published */
    public Gallery(Subject subject, Classifier classifier, Path pictures) {
        this.subject = subject;
        this.maps = new Maps(classifier, subject.store());
        this.pictures = pictures;
    }

    /** An image and why it is shown. */
    private record Choice(int index, String rule) {}

    /**
     * The rows of {@code gradcam.csv}.
     *
     * @param predictions of the subject's samples
     * @param perClass images of each class and rule; with 0 no image is shown
     */
    public List<CamRow> rows(List<Prediction> predictions, int perClass, String title, Progress progress)
            throws IOException {
        List<Choice> choices = choose(predictions, perClass);
        List<Case> cases = new ArrayList<>();
        for (Choice choice : choices) {
            String predicted = predictions.get(choice.index()).predicted();
            cases.add(Case.ofPredicted(
                    subject.samples().get(choice.index()), subject.classes().indexOf(predicted)));
        }
        List<HeatMap> heatMaps = maps.gradcam(cases, title, progress);
        List<CamRow> rows = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            rows.add(row(cases.get(i).sample(), predictions.get(choice.index()), choice.rule(), heatMaps.get(i)));
        }
        return rows;
    }

    private List<Choice> choose(List<Prediction> predictions, int perClass) {
        List<Choice> choices = new ArrayList<>();
        Map<Integer, String> chosen = Selection.choose(predictions, subject.classes(), perClass);
        chosen.forEach((index, rule) -> choices.add(new Choice(index, rule)));
        if (perClass > 0) {
            Selection.shared(
                            subject.samples(),
                            subject.digests(),
                            sample -> subject.mask(sample).isPresent(),
                            subject.classes().size(),
                            SHARED_PER_CLASS)
                    .forEach(index -> choices.add(new Choice(index, SHARED)));
        }
        return choices;
    }

    private CamRow row(Sample sample, Prediction prediction, String rule, HeatMap map) throws IOException {
        Optional<TumourMask> mask = subject.mask(sample);
        Optional<Localisation> localisation = mask.map(known -> Localisation.of(map, known));
        int size = subject.store().size();
        return new CamRow(
                sample.file(),
                prediction.label(),
                prediction.predicted(),
                prediction.confidence(),
                rule,
                prediction.predicted(),
                map.zero(),
                localisation.map(Localisation::pointingHit).orElse(null),
                localisation.map(Localisation::energyInside).orElse(null),
                localisation.map(Localisation::iou).orElse(null),
                mask.map(known -> (double) known.area() / (size * size)).orElse(null),
                mask.map(known -> known.at(size / 2, size / 2)).orElse(null),
                map.rows(),
                map.columns(),
                map.rounded(),
                pictures == null ? null : Pictures.image(pictures, sample, subject.store()),
                pictures == null || mask.isEmpty() ? null : Pictures.outline(pictures, sample, mask.get()));
    }
}
