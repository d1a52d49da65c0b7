package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.CamRow;
import java.util.Locale;

/** Explained images in words. */
final class GalleryItems {
    private GalleryItems() {}

    static Gallery.Item of(int index, CamRow row, Pictures.Places places) {
        boolean correct = row.label().equals(row.predicted());
        String subject = "test image " + row.file();
        return new Gallery.Item(
                "cam-" + (index + 1),
                row.file(),
                row.label(),
                row.predicted(),
                correct,
                row.target(),
                Format.percent(row.confidence()),
                String.format(Locale.ROOT, "width:%.1f%%", 100 * Math.max(0, Math.min(1, row.confidence()))),
                row.pointingHit(),
                pointing(row),
                scores(row),
                places.map(),
                "Grad-CAM map for " + row.target() + " of " + subject + ": " + where(row) + ".",
                row.columns(),
                row.rows(),
                places.image(),
                capitalised(subject) + ", " + row.label() + ".",
                places.overlay(),
                "The same image under its Grad-CAM map for " + row.target() + ": " + where(row)
                        + (row.outline() == null ? "." : "; the tumour is outlined."));
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
