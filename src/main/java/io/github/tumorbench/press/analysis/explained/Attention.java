package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * How well an experiment's maps sit on the tumour, over every test image whose tumour is known. Intervals come from resamples
 * of patients.
 *
 * @param maps explained test images
 * @param zeroMaps Grad-CAM maps that are zero everywhere
 * @param groups all images with a mask, then those of each class, then those rightly and those wrongly classified; empty where
 *     no mask is known
 */
public record Attention(int maps, int zeroMaps, List<Group> groups) {
    public Attention {
        groups = List.copyOf(groups);
    }

    /** What unites the images of a group. */
    public enum Kind {
        ALL,
        CLASS,
        RIGHT,
        WRONG
    }

    /**
     * Some of the images with a mask.
     *
     * @param name of the class; {@code all}, {@code right} or {@code wrong}
     * @param patients images of an unknown patient each counted as one
     * @param chance mean share of the image that the tumour covers: what a random point would hit, and an even map have inside
     * @param methods those there are maps of
     * @param hitsOverCentre pointing hits of Grad-CAM minus those of the image's centre, paired
     * @param energyOverCentre the same of the share inside
     */
    public record Group(
            Kind kind,
            String name,
            int images,
            int patients,
            double chance,
            List<Scores> methods,
            Estimate hitsOverCentre,
            Estimate energyOverCentre) {
        public Group {
            methods = List.copyOf(methods);
        }

        /** The scores of one method, null where there are none. */
        public Scores of(MapMethod method) {
            return methods.stream()
                    .filter(one -> one.method() == method)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * One method's maps.
     *
     * @param zero maps that are zero everywhere; each counts as a miss
     * @param hits share of maps whose highest point lies in the tumour (pointing game, Zhang et al. 2018)
     * @param energy mean share of the map inside the tumour (energy-based pointing game, Wang et al. 2020)
     * @param iou mean overlap of the tumour with where the map is at least half its maximum
     * @param iouArea mean area under that overlap over all thresholds
     */
    public record Scores(
            MapMethod method, int maps, int zero, Estimate hits, Estimate energy, Estimate iou, Estimate iouArea) {}

    /** All images with a mask, null where there is none. */
    public Group all() {
        return groups.isEmpty() ? null : groups.get(0);
    }

    /** The first group of a kind, null where there is none. */
    public Group first(Kind kind) {
        return groups.stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
    }
}
