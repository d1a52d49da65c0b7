package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.CamRow;

/** Where the pictures of explained images lie in the site. */
public interface Pictures {
    /** The pictures of row {@code index} of the experiment's {@code gradcam.csv}. */
    Places of(String experiment, int index, CamRow row);

    /**
     * Addresses within the site.
     *
     * @param map the map alone at its native size
     * @param image the image as the network saw it, null where pictures are not published
     * @param overlay the image with the map and, where known, the tumour's outline; null where there is no image
     */
    record Places(String map, String image, String overlay) {}
}
