package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.List;

/** The mean of several models' probabilities, image by image. */
public final class Ensemble {
    private Ensemble() {}

    /**
     * What the models say together.
     *
     * @param members of each model, one row for each image, the same images in the same order
     * @throws IllegalArgumentException if the members are of different images
     */
    public static List<Prediction> of(List<List<Prediction>> members, List<String> classes) {
        List<Prediction> first = members.get(0);
        List<Prediction> together = new ArrayList<>(first.size());
        for (int i = 0; i < first.size(); i++) {
            List<double[]> looks = new ArrayList<>(members.size());
            for (List<Prediction> member : members) {
                if (member.size() != first.size()
                        || !member.get(i).file().equals(first.get(i).file())) {
                    throw new IllegalArgumentException("an ensemble's members must have seen the same images");
                }
                looks.add(member.get(i).logits().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
            }
            together.add(MeanPrediction.of(first.get(i).file(), first.get(i).label(), classes, looks));
        }
        return together;
    }
}
