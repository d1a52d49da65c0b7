package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Estimate;

/**
 * How well the Grad-CAM maps sit on the tumour. The explained images are chosen by confidence, not at random, so the shares
 * describe them and not all test images.
 *
 * @param maps explained images
 * @param zeroMaps maps that are zero everywhere (each counts as a miss)
 * @param masked explained images with a tumour mask; all that follows is over these
 * @param hits share of maps whose highest point lies in the tumour (pointing game, Zhang et al. 2018), Wilson interval
 * @param chance mean share of the image that the tumour covers: what a random point would hit; null without masks
 * @param centre share of images whose centre lies in the tumour: what always pointing to the middle would hit, Wilson
 *     interval
 * @param energyInside mean share of the map inside the tumour, null without masks
 * @param iou mean overlap of the map above half its maximum with the tumour, null without masks
 */
public record Localisation(
        int maps,
        int zeroMaps,
        int masked,
        Estimate hits,
        Double chance,
        Estimate centre,
        Double energyInside,
        Double iou) {}
