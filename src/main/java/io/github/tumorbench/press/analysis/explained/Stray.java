package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * Attention where no evidence can be: Grad-CAM of the predicted class on the background outside the head and on the image's
 * border, over all test images; and right answers whose evidence lies elsewhere than the tumour.
 *
 * @param maps maps that are not zero everywhere
 * @param zeroMaps maps that are
 * @param groups all images, then those of each class
 * @param judged right answers with a known tumour and a map that is not zero everywhere
 * @param elsewhere those of them that are right for the wrong reason, the least attention on the tumour first
 */
public record Stray(int maps, int zeroMaps, List<Group> groups, int judged, List<Elsewhere> elsewhere) {
    /** Share of the image's border, 5 % of each side: what an even map would have there. */
    public static final double BORDER = 1 - 0.9 * 0.9;

    public Stray {
        groups = List.copyOf(groups);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * Mean shares of the map.
     *
     * @param name of the class, or {@code all}
     * @param outsideHead on background outside the head
     * @param border within the outermost 5 % of each side
     */
    public record Group(String name, int images, Estimate outsideHead, Estimate border) {}

    /**
     * A right answer for the wrong reason: the highest point lies outside the tumour and the tumour has less of the map than of
     * the image.
     *
     * @param energyInside share of the map inside the tumour
     * @param maskArea share of the image inside the tumour
     */
    public record Elsewhere(String file, String label, double confidence, double energyInside, double maskArea) {}
}
