package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.explained.FeatureSpace;
import io.github.tumorbench.press.analysis.explained.FeatureSpace.OfClass;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.Comparator;

/** Sentences about the arrangement of images by features. */
public final class SpaceFinding {
    private SpaceFinding() {}

    /** Which class forms the tightest group and which the loosest; null without silhouettes. */
    public static String silhouette(String name, FeatureSpace space) {
        if (space.classes().isEmpty()) {
            return null;
        }
        Comparator<OfClass> byValue =
                Comparator.comparingDouble(one -> one.silhouette().value());
        OfClass loosest = space.classes().stream().min(byValue).orElseThrow();
        OfClass tightest = space.classes().stream().max(byValue).orElseThrow();
        String mean = "The mean silhouette of %s is %s"
                .formatted(name, Numbers.decimal(space.silhouette().value(), 2));
        return loosest == tightest
                ? mean + "."
                : "%s; %s forms the tightest group (%s), %s the loosest (%s, %s of %s nearer to another class)."
                        .formatted(
                                mean,
                                tightest.name(),
                                Numbers.decimal(tightest.silhouette().value(), 2),
                                loosest.name(),
                                Numbers.decimal(loosest.silhouette().value(), 2),
                                loosest.astray(),
                                Numbers.images(loosest.images()));
    }

    /** What the training images nearest to misclassified ones show; null where there are none. */
    public static String neighbours(String name, FeatureSpace space) {
        if (space.ofPredictedClass() == null) {
            return null;
        }
        return "Of the training images nearest to the %s that %s misclassifies, %s are of the class it predicts and %s of the true one."
                .formatted(
                        Numbers.images(space.misclassified().size()),
                        name,
                        Numbers.percent(space.ofPredictedClass()),
                        Numbers.percent(space.ofTrueClass()));
    }
}
