package io.github.tumorbench.record;

import java.util.List;

/**
 * What was measured about how a network decides: where it looks, whether its maps can be believed, what shakes it. A list is
 * empty where the study did not ask for it, for an ensemble, and in records before schema 2. All numbers have five decimals;
 * where a row speaks of a map without naming its class, it is the map of {@code target}.
 */
public record Explanations(
        List<Attention> attention,
        List<Occlusion> occlusion,
        List<Agreement> agreement,
        List<Randomisation> randomisation,
        List<Perturbation> perturbation,
        List<Corrupted> corruptions,
        List<Neighbour> neighbours) {

    /** Nothing was measured. */
    public static final Explanations EMPTY =
            new Explanations(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public static final String GRADCAM = "gradcam";
    public static final String GRADCAM_PLUS_PLUS = "gradcam++";
    public static final String HIRESCAM = "hirescam";
    public static final String OCCLUSION = "occlusion";
    /** A map that is highest in the middle of the image, whatever it shows. */
    public static final String CENTRE = "centre";
    /** The best of many random maps. */
    public static final String RANDOM = "random";
    /** A random order of pixels. */
    public static final String SHUFFLED = "shuffled";

    public static final String DELETION = "deletion";
    public static final String INSERTION = "insertion";

    /** The corruption of images that are left as they are, at severity 0. */
    public static final String UNCORRUPTED = "none";

    public Explanations {
        attention = List.copyOf(attention);
        occlusion = List.copyOf(occlusion);
        agreement = List.copyOf(agreement);
        randomisation = List.copyOf(randomisation);
        perturbation = List.copyOf(perturbation);
        corruptions = List.copyOf(corruptions);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * {@code attention.csv}: where one map of one test image lies, measured on the image's square.
     *
     * @param method {@code gradcam}, {@code gradcam++}, {@code hirescam}, or one that looks at no image: {@code centre},
     *     {@code random} (these only for images with a mask)
     * @param zero whether the map is zero everywhere (counts as a miss)
     * @param outsideHead share of the map's sum on background outside the head, null for a zero map
     * @param border share of the map's sum within 5 % of the width of an edge, null for a zero map
     * @param pointingHit whether the map's highest point lies in the tumour, null without a mask
     * @param energyInside share of the map's sum inside the tumour, null without a mask
     * @param iou of the map above half its maximum with the tumour, null without a mask
     * @param iouArea mean IoU over the thresholds 0, 0.05 … 1 of the maximum by the trapezoidal rule, null without a mask
     * @param maskArea share of the image the tumour covers, which is chance for pointing and energy, null without a mask
     */
    public record Attention(
            String file,
            String label,
            String predicted,
            String target,
            String method,
            boolean zero,
            Double outsideHead,
            Double border,
            Boolean pointingHit,
            Double energyInside,
            Double iou,
            Double iouArea,
            Double maskArea) {}

    /**
     * {@code occlusion.csv}: how far the probability of {@code target} falls when a patch is covered.
     *
     * @param map row by row, the falls scaled so that the largest is 1, rises cut to 0
     */
    public record Occlusion(String file, String target, int rows, int columns, List<Double> map) {
        public Occlusion {
            map = List.copyOf(map);
        }
    }

    /**
     * {@code agreement.csv}: two methods about the same image.
     *
     * @param spearman rank correlation of the maps on the native grid, null where one is constant
     */
    public record Agreement(String file, String target, String first, String second, Double spearman) {}

    /**
     * {@code randomisation.csv}: the Grad-CAM map after layers lost what they learnt, from the head towards the input.
     *
     * @param depth 0 for the head alone, then one more block each
     * @param layer the lowest layer that was drawn anew
     * @param spearman rank correlation with the trained network's map, null where one is constant
     */
    public record Randomisation(String file, String target, int depth, String layer, Double spearman) {}

    /**
     * {@code perturbation.csv}: probability of {@code target} while pixels go or come, most highlighted first.
     *
     * @param method whose order: {@code gradcam}, {@code centre} or {@code shuffled}
     * @param mode {@code deletion} or {@code insertion}
     * @param probabilities at 0, 10 … 100 % of the pixels, columns {@code p_0} … {@code p_100}
     */
    public record Perturbation(String file, String target, String method, String mode, List<Double> probabilities) {
        /** Shares of the pixels, in percent, that the probabilities belong to. */
        public static final List<Integer> PERCENT = List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);

        public Perturbation {
            probabilities = List.copyOf(probabilities);
            if (probabilities.size() != PERCENT.size()) {
                throw new IllegalArgumentException(
                        "expected " + PERCENT.size() + " probabilities, found " + probabilities.size());
            }
        }
    }

    /**
     * {@code corruptions.csv}: a test image made worse.
     *
     * @param corruption by name, {@code none} for the image as it is
     * @param severity 1 to 5, 0 for the image as it is
     * @param confidence probability of the predicted class
     * @param truth probability of the true class
     */
    public record Corrupted(
            String file,
            String label,
            String corruption,
            int severity,
            String predicted,
            double confidence,
            double truth) {}

    /**
     * {@code neighbours.csv}: a training image near a misclassified test image, by the features the head sees.
     *
     * @param rank from 1, the nearest
     * @param neighbour file of the training image
     * @param label its class
     * @param distance Euclidean, after each feature was brought to mean 0 and deviation 1 over the training images
     */
    public record Neighbour(String file, int rank, String neighbour, String label, double distance) {}
}
