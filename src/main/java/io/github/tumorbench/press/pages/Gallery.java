package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.CamRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The explained test images.
 *
 * @param finding how well the maps sit on the tumours, in a sentence; empty without maps
 * @param summary the same as numbers; empty where nothing can be scored
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
     * @param meter the confidence as a CSS width
     * @param hit whether the map points into the tumour; null, with {@code pointing} and {@code scores} empty, without a mask
     */
    public record Item(
            String id,
            String file,
            String label,
            String predicted,
            boolean correct,
            String target,
            String confidence,
            String meter,
            Boolean hit,
            String pointing,
            String scores,
            String map,
            String mapAlternative,
            int mapWidth,
            int mapHeight,
            String image,
            String imageAlternative,
            String overlay,
            String overlayAlternative) {}

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

    static Gallery of(ExperimentAnalysis one, List<CamRow> rows, String finding, Pictures pictures) {
        List<Group> groups = new ArrayList<>();
        for (Rule rule : RULES) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                CamRow row = rows.get(i);
                if (row.rule().equals(rule.id())) {
                    items.add(GalleryItems.of(i, row, pictures.of(one.id(), i, row)));
                }
            }
            if (!items.isEmpty()) {
                groups.add(new Group(rule.id(), rule.title(), rule.words(), items));
            }
        }
        return new Gallery(finding, summary(one), groups);
    }

    /** Whether no image was explained. */
    public boolean empty() {
        return groups.isEmpty();
    }

    private static List<Term> summary(ExperimentAnalysis one) {
        var maps = one.localisation();
        if (maps == null || maps.masked() == 0) {
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
