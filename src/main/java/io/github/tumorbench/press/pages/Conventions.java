package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import java.util.List;
import java.util.stream.Stream;

/** How each number is defined. */
final class Conventions {
    private Conventions() {}

    static List<Term> of(Report report) {
        return Stream.concat(own(report).stream(), ExplanationTerms.of().stream())
                .toList();
    }

    private static List<Term> own(Report report) {
        return List.of(
                Term.of("True class", "the folder the image lies in, always"),
                Term.of("Predicted class", "the class with the highest logit, the first on ties"),
                Term.of("Accuracy, recall", "shares of images with 95 % Wilson score intervals"),
                Term.of("Balanced accuracy", "mean recall over the classes that have test images"),
                Term.of("Macro", "mean over the classes for which the quantity is defined"),
                Term.of(
                        "AUROC",
                        "one class against the rest; 95 % DeLong interval on the logit scale, with Student’s t, as near 1 a few images decide the variance; where no pair of images is out of order, Wilson’s interval over as many disjoint pairs as the smaller side has images"),
                Term.of(
                        "Other intervals",
                        "95 %, from the values without each image in turn, varied within true classes (jackknife): metrics of the confusion matrix, precision among them, by Wilson’s interval with the effective number of images (Korn and Graubard 1998); areas on the logit scale and losses on the logarithm’s, with Student’s t; confidence minus accuracy from the intervals of both (Zou and Donner 2008)"),
                Term.of(
                        "How far to trust an interval",
                        "in simulations with 131, 327 and 1311 images most 95 % intervals held the truth in 93 to 97 % of 2000 draws, with these exceptions: where hardly an image is wrong, areas’ intervals are too wide (up to 99.7 %) and the log loss’s too narrow (89 % with 131 images and an accuracy of 0.98); Wilson’s interval of a recall goes up and down with the share, and with 30 to 75 images of a class falls to 91 % in places"),
                Term.of("Resamples", resamples(report.analysis().bootstrap())),
                Term.of(
                        "Two experiments",
                        "compared on the same images by McNemar’s exact test, p-values of all pairs adjusted after Holm; told apart below 0.05; effect: Cohen’s g"),
                Term.of(
                        "Temperature",
                        "one number the logits are divided by, of least log loss on the validation images (Guo et al. 2017); never changes a predicted class"),
                Term.of(
                        "Deferral",
                        "the least confident predictions go first, equal ones in the order of their files; area under the risk–coverage curve over all numbers kept (Geifman and El-Yaniv 2017), excess over the best order of the same errors"),
                Term.of(
                        "Prediction sets",
                        "split conformal: classes whose probability is at least 1 minus the ⌈(n+1)·level⌉-th smallest of 1 minus the true class’s probability among the n validation images, which also chose the epoch"),
                Term.of(
                        "Without copies",
                        "test images of which a copy, identical or nearly so (the manifest’s duplicate_group), is among the training or validation images are left out"),
                Term.of("Log loss", "natural logarithm; rows are normalised, then clipped at 2.2e-16"),
                Term.of("Brier score", "sum over the classes of squared differences, mean over images; from 0 to 2"),
                Term.of(
                        "Calibration error",
                        "expected calibration error of the predicted class, 15 bins of equal width, each without its lower and with its upper end: (lo, hi]"),
                Term.of("Undefined", Format.UNDEFINED, "null in the files, never 0"),
                Term.of(
                        "Image",
                        "resized to a square by a separable antialiased triangle filter, whatever its proportions; grey is repeated in three channels"),
                Term.of(
                        "Preprocessing",
                        "each backbone’s own (shift, scale, order of channels), within the exported network, which takes 8-bit images"),
                Term.of(
                        "Head on a frozen backbone",
                        "learns on features brought to mean 0 and deviation 1 over the training images, then is rewritten for the features as they are; the loss curve is the same either way"),
                Term.of("FLOPs", "of one image’s inference; a multiplication and an addition count as two"),
                Term.of("Latency", "median time of a call divided by the images in it"),
                Term.of(
                        "Grad-CAM",
                        "gradient of the predicted class’s score before softmax with respect to the feature layer, averaged over the map as the weight of each channel; weighted sum, negative parts cut off, enlarged bilinearly (Selvaraju et al. 2017)"),
                Term.of(
                        "Pointing hit",
                        "the map’s highest point lies in the tumour (Zhang et al. 2018); a map that is zero everywhere is a miss and counted apart"),
                Term.of("Energy inside", "share of the map’s sum within the tumour (Wang et al. 2020)"),
                Term.of("IoU", "overlap of the tumour with where the map is at least half its maximum"),
                Term.of(
                        "Beside a hit",
                        "chance (the share of the image that the tumour covers) and whether the image’s centre lies in the tumour"),
                Term.of("Masks", masks(report)));
    }

    private static String resamples(Bootstrap bootstrap) {
        return "%s of the test images within their true class, seed %s, for differences of experiments: bias-corrected and accelerated (Efron 1987); metrics.json also has such intervals and percentiles of every metric, and, from %s resamples, where patients are known over patients and without copies"
                .formatted(
                        Format.count(bootstrap.resamples()),
                        bootstrap.seed(),
                        Format.count(bootstrap.secondary().resamples()));
    }

    private static String masks(Report report) {
        if (report.phantom()) {
            return "known exactly, as the tumours are generated";
        }
        return report.record().run().study().dataset().masks() == null
                ? "none given, so maps are not scored"
                : "given with the study, for the images that have one";
    }
}
