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
     * @param map the map at its native size: to lie over the image where there is one, else to stand alone
     * @param image the image as the network saw it, null where pictures are not published
     * @param outline the tumour's border, to lie over the image; null where unknown or not published
     */
    record Places(String map, String image, String outline) {}
}
