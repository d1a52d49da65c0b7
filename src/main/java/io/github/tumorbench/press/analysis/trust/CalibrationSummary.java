package io.github.tumorbench.press.analysis.trust;

import java.util.List;

/**
 * How far probabilities can be believed, in one number each; null without images.
 *
 * @param ece 15 bins of equal width (Guo et al. 2017)
 * @param eceEqualMass 15 bins with about as many predictions each, equal confidences together
 * @param rmsce root of the bins' mean squared gap, bins of equal width
 * @param mce largest gap of a bin of equal width
 * @param classwise mean over the classes of {@code ofClass} (Kull et al. 2019)
 * @param ofClass for each class, the calibration error of its probability, 15 bins of equal width
 * @param parts of the Brier score
 */
public record CalibrationSummary(
        Double ece,
        Double eceEqualMass,
        Double rmsce,
        Double mce,
        Double classwise,
        List<Double> ofClass,
        BrierParts parts) {
    public CalibrationSummary {
        ofClass = List.copyOf(ofClass);
    }

    /**
     * Brier score = reliability − resolution + uncertainty + within (Murphy 1973; Stephenson et al. 2008), summed over the
     * classes, each with 15 bins of equal width.
     *
     * @param reliability how far probabilities lie from what happens; less is better
     * @param resolution how far bins differ from the mean; more is better
     * @param uncertainty of the classes' shares alone
     * @param within what differs within bins
     */
    public record BrierParts(double reliability, double resolution, double uncertainty, double within) {}
}
