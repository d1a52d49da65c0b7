package io.github.tumorbench.study;

/** Arithmetic of a backbone's convolutions and matrix products; weights, sums and the record are single precision either way. */
public enum Precision {
    /** Single precision. */
    FP32,
    /** Inputs rounded to bfloat16 (8 bits of significand) where TensorFlow's mixed-precision lists allow it. */
    BF16
}
