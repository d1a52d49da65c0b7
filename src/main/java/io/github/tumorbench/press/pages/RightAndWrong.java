package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.CamRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rightly and wrongly classified images of one class side by side, as the reproduced study shows meningiomas.
 *
 * @param id for a link
 * @param name of the network
 */
public record RightAndWrong(String id, String name, List<Gallery.Item> right, List<Gallery.Item> wrong) {
    /** The class whose images are shown; a record without it has none. */
    static final String CLASS = "meningioma";

    private static final int MOST = 3;

    public RightAndWrong {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
    }

    /** One for each network that explained such images. */
    static List<RightAndWrong> of(Report report, Map<String, GalleryItems> explained) {
        List<RightAndWrong> all = new ArrayList<>();
        for (ExperimentAnalysis one : report.analysis().experiments()) {
            GalleryItems items = explained.get(one.id());
            if (items != null) {
                List<Gallery.Item> right = items(items, true);
                List<Gallery.Item> wrong = items(items, false);
                if (!right.isEmpty() || !wrong.isEmpty()) {
                    all.add(new RightAndWrong("right-and-wrong-" + (all.size() + 1), one.name(), right, wrong));
                }
            }
        }
        return all;
    }

    /** Those explained first, so the surest. */
    private static List<Gallery.Item> items(GalleryItems items, boolean correct) {
        List<Gallery.Item> chosen = new ArrayList<>();
        Set<String> files = new LinkedHashSet<>();
        for (int i = 0; i < items.rows().size() && chosen.size() < MOST; i++) {
            CamRow row = items.rows().get(i);
            boolean wanted = row.label().equals(CLASS) && row.predicted().equals(row.label()) == correct;
            if (wanted && files.add(row.file())) {
                chosen.add(items.of(i, null, ""));
            }
        }
        return chosen;
    }
}
