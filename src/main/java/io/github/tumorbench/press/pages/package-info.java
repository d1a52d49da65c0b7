/**
 * Pages: view models, already formatted, and the templates that turn them into HTML.
 *
 * <p>In: a record, its analysis, figures, pictures already placed in the site, cards' templates. Out: HTML text.
 * Alone knows Thymeleaf. Must not know the lab, how charts are drawn, how pictures are made or where the site lies.
 */
package io.github.tumorbench.press.pages;
