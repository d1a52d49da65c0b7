package io.github.tumorbench.press.figures;

/**
 * One figure.
 *
 * @param id unique on a page: the ids within the SVG start with it
 * @param title what is shown, a few words
 * @param reading one sentence that says what one sees, computed from the data
 * @param alternative text alternative for screen readers
 * @param svg an {@code <svg>} element without XML declaration; transparent, scalable, coloured by {@link Palette}'s variables
 * @param data the numbers behind it
 */
public record Figure(String id, String title, String reading, String alternative, String svg, DataTable data) {}
