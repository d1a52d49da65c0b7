package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.CamRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The explained test images of an experiment.
 *
 * @param finding how well the maps sit on the tumours, in a sentence; empty without maps
 * @param summary the same of these images as numbers; empty where nothing can be scored, or every test image was
 */
public record Gallery(String finding, List<Term> summary, List<Group> groups) {
    public Gallery {
        summary = List.copyOf(summary);
        groups = List.copyOf(groups);
    }

    /** Images chosen by one rule. */
    public record Group(String id, String title, String rule, List<Item> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    /**
     * One explained image.
     *
     * @param id null where the page shows the image more than once
     * @param heading of the network where several stand beside each other, else empty
     * @param odds probability of each class
     * @param hit whether the map points into the tumour; null, with {@code pointing} and {@code scores} empty, without a mask
     * @param map over the image where there is one, else alone
     * @param image null where pictures are not published
     * @param outline of the tumour, to lie over the image; null where unknown or not published
     */
    public record Item(
            String id,
            String heading,
            String file,
            String label,
            String predicted,
            boolean correct,
            List<Odds> odds,
            Boolean hit,
            String pointing,
            String scores,
            String map,
            String mapAlternative,
            int mapWidth,
            int mapHeight,
            String image,
            String imageAlternative,
            String outline,
            String outlineAlternative) {
        public Item {
            odds = List.copyOf(odds);
        }
    }

    /**
     * A class and its probability.
     *
     * @param bar the probability as a CSS width
     */
    public record Odds(String name, String percent, String bar, boolean predicted) {}

    private record Rule(String id, String title, String words) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "confident-correct",
                    "Right and sure",
                    "The right predictions made with the highest confidence in each class."),
            new Rule(
                    "unsure-correct",
                    "Right but unsure",
                    "The right predictions made with the lowest confidence in each class."),
            new Rule(
                    "confident-wrong",
                    "Wrong and sure",
                    "The wrong predictions made with the highest confidence in each class."));

    static Gallery of(Report report, ExperimentAnalysis one, String finding, Pictures pictures) {
        GalleryItems items = new GalleryItems(report, one, pictures);
        List<CamRow> rows = report.recordOf(one).gradcam();
        List<Group> groups = new ArrayList<>();
        for (Rule rule : RULES) {
            List<Item> ofRule = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).rule().equals(rule.id())) {
                    ofRule.add(items.of(i, "cam-" + (i + 1), ""));
                }
            }
            if (!ofRule.isEmpty()) {
                groups.add(new Group(rule.id(), rule.title(), rule.words(), ofRule));
            }
        }
        return new Gallery(finding, summary(one), groups);
    }

    /** Whether no image was explained. */
    public boolean empty() {
        return groups.isEmpty();
    }

    /** Whether there are images to lay the maps over. */
    public boolean overlaid() {
        return groups.stream().flatMap(group -> group.items().stream()).anyMatch(item -> item.image() != null);
    }

    private static List<Term> summary(ExperimentAnalysis one) {
        var maps = one.localisation();
        if (maps == null || maps.masked() == 0 || one.explained().attention() != null) {
            return List.of();
        }
        return List.of(
                Term.of("Pointing hits", Format.percent(maps.hits()), "highest point of the map in the tumour"),
                Term.of("By chance", Format.percent(maps.chance()), "share of the image the tumour covers"),
                Term.of("Centre", Format.percent(maps.centre()), "pointing always at the middle"),
                Term.of("Energy inside", Format.percent(maps.energyInside()), "share of the map within the tumour"),
                Term.of("Overlap", Format.decimal(maps.iou(), 3), "IoU of the map above half its maximum"),
                Term.of(
                        "Images scored",
                        maps.masked() + " of " + maps.maps(),
                        String.format(
                                Locale.ROOT,
                                "%s %s zero everywhere",
                                maps.zeroMaps(),
                                maps.zeroMaps() == 1 ? "map is" : "maps are")));
    }
}
