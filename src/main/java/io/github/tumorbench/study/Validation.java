package io.github.tumorbench.study;

/** The share of each class's training images set aside for validation, in (0, 0.5]. */
public record Validation(double fraction) {}
