package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Explained images of one experiment in words. */
final class GalleryItems {
    private final ExperimentAnalysis one;
    private final Pictures pictures;
    private final List<CamRow> rows;
    private final Map<String, Prediction> predictions = new HashMap<>();

    GalleryItems(Report report, ExperimentAnalysis one, Pictures pictures) {
        this.one = one;
        this.pictures = pictures;
        this.rows = report.recordOf(one).gradcam();
        report.recordOf(one).predictions().forEach(prediction -> predictions.put(prediction.file(), prediction));
    }

    List<CamRow> rows() {
        return rows;
    }

    /**
     * @param index of the row
     * @param id null for none
     */
    Gallery.Item of(int index, String id, String heading) {
        CamRow row = rows.get(index);
        Pictures.Places places = pictures.of(one.id(), index, row);
        String subject = "test image " + row.file();
        String map = "Grad-CAM map for " + row.target() + " of " + subject + ": " + where(row) + ".";
        return new Gallery.Item(
                id,
                heading,
                row.file(),
                row.label(),
                row.predicted(),
                row.label().equals(row.predicted()),
                odds(row),
                row.pointingHit(),
                pointing(row),
                scores(row),
                places.map(),
                map,
                row.columns(),
                row.rows(),
                places.image(),
                capitalised(subject) + ", " + row.label() + ".",
                places.outline(),
                "Outline of the tumour in " + subject + ".");
    }

    /** In label order; of the predicted class alone where the record has no more. */
    private List<Gallery.Odds> odds(CamRow row) {
        Prediction prediction = predictions.get(row.file());
        if (prediction == null) {
            return List.of(odds(row.predicted(), row.confidence(), true));
        }
        List<Gallery.Odds> odds = new ArrayList<>();
        for (int i = 0; i < one.classNames().size(); i++) {
            String name = one.classNames().get(i);
            odds.add(odds(name, prediction.probabilities().get(i), name.equals(row.predicted())));
        }
        return odds;
    }

    private static Gallery.Odds odds(String name, double probability, boolean predicted) {
        return new Gallery.Odds(
                name,
                Format.percent(probability),
                String.format(Locale.ROOT, "width:%.1f%%", 100 * Math.max(0, Math.min(1, probability))),
                predicted);
    }

    /** Where the map is highest, by thirds of the image. */
    static String where(CamRow row) {
        if (row.zero() || row.map().isEmpty()) {
            return "zero everywhere";
        }
        int best = 0;
        for (int i = 1; i < row.map().size(); i++) {
            best = row.map().get(i) > row.map().get(best) ? i : best;
        }
        double y = (best / row.columns() + 0.5) / row.rows();
        double x = (best % row.columns() + 0.5) / row.columns();
        String vertical = third(y, "upper", "middle", "lower");
        String horizontal = third(x, "left", "centre", "right");
        return vertical.equals("middle") && horizontal.equals("centre")
                ? "highest in the centre"
                : "highest in the " + vertical + " " + horizontal;
    }

    private static String third(double place, String first, String second, String last) {
        return place < 1.0 / 3 ? first : place <= 2.0 / 3 ? second : last;
    }

    private static String pointing(CamRow row) {
        if (row.pointingHit() == null) {
            return "";
        }
        return row.pointingHit()
                ? "✓ points into the tumour"
                : row.zero() ? "✗ zero everywhere, a miss" : "✗ points beside the tumour";
    }

    private static String scores(CamRow row) {
        if (row.pointingHit() == null) {
            return "";
        }
        return "energy inside " + Format.percent(row.energyInside()) + " · IoU " + Format.decimal(row.iou(), 2);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
