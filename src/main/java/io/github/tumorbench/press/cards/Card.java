package io.github.tumorbench.press.cards;

/**
 * A card.
 *
 * @param id its anchor; ids within {@code html} begin with it
 * @param title its first heading, as text
 * @param html what follows that heading: sections under {@code h3}
 */
public record Card(String id, String title, String html) {}
