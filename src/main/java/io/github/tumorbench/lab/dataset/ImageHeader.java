package io.github.tumorbench.lab.dataset;

/**
 * What a file says of its image before any pixel.
 *
 * @param depth bits per channel
 * @param channels 1 grey, 2 grey and alpha, 3 RGB (or a palette's), 4 RGB and alpha, or CMYK in a JPEG
 */
record ImageHeader(int width, int height, int depth, int channels) {}
