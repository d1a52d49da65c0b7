/**
 * The site: a folder of pages, pictures and data that opens from {@code file://}.
 *
 * <p>In: a {@link io.github.tumorbench.record.StudyRecord} and an empty folder. Out: the folder filled, equal bytes for equal
 * records. Must not know the lab, how charts are drawn or how templates are filled.
 */
package io.github.tumorbench.press.site;
