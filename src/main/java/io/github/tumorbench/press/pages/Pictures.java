package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.study.AugmentationPreset;
import java.util.List;

/** Where pictures lie in the site. */
public interface Pictures {
    /** The pictures of row {@code index} of the experiment's {@code gradcam.csv}. */
    Places of(String experiment, int index, CamRow row);

    /** A preset's pictures, the image as it is first; empty where the record has none. */
    List<String> of(AugmentationPreset preset);

    /**
     * Addresses within the site.
     *
     * @param map the map alone at its native size
     * @param image the image as the network saw it, null where pictures are not published
     * @param overlay the image with the map and, where known, the tumour's outline; null where there is no image
     */
    record Places(String map, String image, String overlay) {}
}
