package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * Which images networks get wrong, and whether they get the same ones wrong. Ensembles are left out.
 *
 * @param networks their names
 * @param wrongBy how many images exactly k networks get wrong, for k from 0
 * @param hardest the images most networks get wrong, at most {@link #HARDEST}, by falling number of networks and then by file
 * @param best the most accurate network
 * @param bestAccuracy its accuracy
 * @param oracle share of images at least one network gets right: what a perfect choice among them would reach
 * @param majority accuracy of the class most networks name, the one with the highest summed probability on ties
 * @param agreements of each pair
 */
public record Errors(
        List<String> networks,
        List<Integer> wrongBy,
        List<Hard> hardest,
        String best,
        Estimate bestAccuracy,
        Estimate oracle,
        Estimate majority,
        List<Agreeing> agreements) {
    /** Most images listed. */
    public static final int HARDEST = 25;

    public Errors {
        networks = List.copyOf(networks);
        wrongBy = List.copyOf(wrongBy);
        hardest = List.copyOf(hardest);
        agreements = List.copyOf(agreements);
    }

    /**
     * An image.
     *
     * @param wrong networks that get it wrong
     * @param answer the wrong class most of them give, the first in label order on ties
     */
    public record Hard(String file, String label, int wrong, String answer) {}

    /**
     * Two networks' answers.
     *
     * @param same share of images given the same class
     * @param kappa the same beyond chance (Cohen 1960), null where chance agreement is total
     * @param bothWrong images both get wrong
     * @param eitherWrong images at least one gets wrong
     * @param sameWrong images both give the same wrong class
     */
    public record Agreeing(
            String first, String second, double same, Double kappa, int bothWrong, int eitherWrong, int sameWrong) {}
}
