/**
 * Cards: Markdown with placeholders, written by a person, filled with facts and turned into HTML.
 *
 * <p>In: a template of {@code templates/cards} and {@link io.github.tumorbench.press.cards.Facts}. Out: a
 * {@link io.github.tumorbench.press.cards.Card} whose HTML holds no markup from the facts' values. Alone knows flexmark. Must not
 * know the record, its analysis or how pages are filled.
 */
package io.github.tumorbench.press.cards;
