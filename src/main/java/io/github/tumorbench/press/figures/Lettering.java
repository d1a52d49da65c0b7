package io.github.tumorbench.press.figures;

import io.github.tumorbench.study.Digests;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;

/** What the fonts of this machine make of letters: labels are placed by their widths, so drawings depend on them. */
public final class Lettering {
    private static final String SAMPLE = "Accuracy 0123456789.%–() EfficientNetB0, ResNet50, MobileNetV2 glioma";

    private Lettering() {}

    /** SHA-256 over the widths of a line of text; machines on which it is equal draw alike. */
    public static String digest() {
        FontRenderContext context = new FontRenderContext(null, true, true);
        StringBuilder widths = new StringBuilder();
        for (boolean bold : new boolean[] {false, true}) {
            Font font = Theme.font(Theme.SMALL, bold);
            for (char letter : SAMPLE.toCharArray()) {
                double width =
                        font.getStringBounds(String.valueOf(letter), context).getWidth();
                widths.append(String.format(Locale.ROOT, "%.3f ", width));
            }
        }
        return Digests.sha256(widths.toString());
    }
}
