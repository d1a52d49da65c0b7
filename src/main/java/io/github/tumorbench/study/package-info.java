/**
 * The study file as typed, validated records, and the one exception that tells a user what to mend.
 *
 * <p>In: YAML text. Out: {@link io.github.tumorbench.study.Study}. Knows no stage of the lab and nothing of the press.
 */
package io.github.tumorbench.study;
