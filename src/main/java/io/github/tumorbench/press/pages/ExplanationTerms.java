package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.explained.Belief;
import io.github.tumorbench.press.analysis.explained.Stray;
import java.util.List;

/** How numbers about explanations and worse images are defined. */
final class ExplanationTerms {
    private ExplanationTerms() {}

    static List<Term> of() {
        return List.of(
                Term.of(
                        "Other maps",
                        "Grad-CAM++ (Chattopadhay et al. 2018) and HiResCAM (Draelos and Carin 2020) of the same feature layer; occlusion: how far the class’s probability falls under a grey patch (Zeiler and Fergus 2014)"),
                Term.of("Area under IoU", "of the IoU over thresholds from 0 to the map’s maximum, trapezoidal rule"),
                Term.of(
                        "Rivals of a map",
                        "image centre: a Gaussian in the middle; best random map: of 100 maps of random numbers the one with most inside the tumours on average; neither looks at the image"),
                Term.of(
                        "Intervals about maps",
                        "95 %, bias-corrected and accelerated, from resamples of patients within their true class (Efron 1987; Field and Welsh 2007), an image whose patient is unknown by itself; percentiles where that cannot be had; where every map is a hit or none is, Wilson’s interval over patients"),
                Term.of(
                        "Beats the centre",
                        "the interval of Grad-CAM’s pointing hits minus the centre’s, image by image, lies above 0"),
                Term.of(
                        "Spurious attention",
                        "share of the map’s sum on background outside the head, and within the outermost 5 %% of each side, which hold %s of the image"
                                .formatted(Format.percent(Stray.BORDER))),
                Term.of(
                        "Right for the wrong reason",
                        "the prediction is right, the highest point lies outside the tumour, and the tumour has a smaller share of the map than of the image; maps that are zero everywhere are not judged"),
                Term.of(
                        "Randomisation",
                        "weights are drawn anew from the head down, block by block, and the map compared with the trained network’s by Spearman’s rank correlation (Adebayo et al. 2018); passed where at the deepest step the interval lies below %s, failed where above"
                                .formatted(Format.decimal(Belief.CHANGED, 1))),
                Term.of(
                        "Deletion, insertion",
                        "mean probability of the class while pixels are replaced by a blurred image, or brought back into it, those the map marks most first (Petsiuk et al. 2018); passed where both areas are better than with pixels in a random order, by the intervals of the paired differences, failed where one is worse"),
                Term.of(
                        "Agreement",
                        "Spearman’s rank correlation of two maps of an image; the check passes where Grad-CAM’s with occlusion has its interval above 0, fails where below"),
                Term.of("To be believed", "yes where all three checks pass, no where one fails, else open"),
                Term.of(
                        "Silhouette",
                        "of an image among the true classes: how much nearer, on average, to its own class than to the next, from −1 to 1 (Rousseeuw 1987), on the principal components that t-SNE arranges"),
                Term.of(
                        "Worse images",
                        "corruptions at severities 1 to 5 (after Hendrycks and Dietterich 2019), made in the graph from the seed; Wilson’s interval for accuracy; what costs most is the corruption with the lowest mean accuracy over the severities"));
    }
}
