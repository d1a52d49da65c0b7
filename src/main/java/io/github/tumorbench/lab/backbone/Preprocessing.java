package io.github.tumorbench.lab.backbone;

import java.util.List;

/**
 * What happens to RGB values 0–255 before a backbone's input: optionally RGB→BGR, then x · scale + offset per channel
 * (in the order after the swap).
 */
public record Preprocessing(boolean bgr, double scale, List<Double> offsets) {
    public Preprocessing {
        offsets = List.copyOf(offsets);
    }
}
