package io.github.tumorbench.record;

import java.util.List;

/**
 * {@code gradcam.csv}: one explained test image.
 *
 * @param rule why it was chosen: {@code confident-correct}, {@code unsure-correct}, {@code confident-wrong} or,
 *     since schema 2, {@code shared}: the same images for every experiment of a protocol
 * @param target class the map explains
 * @param zero whether the map is zero everywhere (counts as a miss)
 * @param pointingHit whether the map's highest point lies in the tumour, null without a mask
 * @param energyInside share of the map inside the tumour, null without a mask
 * @param iou of the map above half its maximum with the tumour, null without a mask
 * @param maskArea share of the image the tumour covers (chance level), null without a mask
 * @param centreHit whether the image's centre lies in the tumour, null without a mask
 * @param rows height of the map
 * @param columns width of the map
 * @param map row by row, scaled so that the maximum is 1
 * @param picture path of the image's PNG within the experiment's folder, null where pictures are not published
 * @param outline path of the tumour mask's PNG within the experiment's folder, null where there is none
 */
public record CamRow(
        String file,
        String label,
        String predicted,
        double confidence,
        String rule,
        String target,
        boolean zero,
        Boolean pointingHit,
        Double energyInside,
        Double iou,
        Double maskArea,
        Boolean centreHit,
        int rows,
        int columns,
        List<Double> map,
        String picture,
        String outline) {
    public CamRow {
        map = List.copyOf(map);
    }
}
