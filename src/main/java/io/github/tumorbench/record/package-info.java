/**
 * The record: the only thing that crosses from the lab to the press. Plain files (JSON, CSV, PNG), read and written here.
 *
 * <p>In: a folder or the records below. Out: the same. Knows the study's types and no stage.
 */
package io.github.tumorbench.record;
