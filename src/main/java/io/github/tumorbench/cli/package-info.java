/**
 * The command line: parses arguments, wires lab and press, prints progress and problems, chooses exit codes.
 *
 * <p>The only package that knows both halves, picocli and the progress bar. Computes nothing.
 */
package io.github.tumorbench.cli;
