/**
 * The measuring program behind {@code mvn -Pbench verify}: how fast the built program decodes, infers, trains and fine-tunes, beside
 * what else does the same, and what the whole frozen study costs.
 *
 * <p>In: system properties ({@link io.github.tumorbench.bench.Settings}), the built jar, an archive of images. Out:
 * {@code bench.md}, {@code bench.csv}, {@code bench.json}. Compiled in that profile only; never part of the program. Asserts
 * nothing about speed.
 */
package io.github.tumorbench.bench;
