package io.github.tumorbench.lab.dataset.lettering;

/**
 * Where a line of writing stands, in pixels.
 *
 * @param left first column
 * @param top first row
 */
public record TextLine(int left, int top, int width, int height) {}
