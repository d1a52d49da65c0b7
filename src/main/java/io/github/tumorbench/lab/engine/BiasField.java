package io.github.tumorbench.lab.engine;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The smooth factor by which a receive coil's sensitivity multiplies an image. Its logarithm is a polynomial in the place:
 * the sum of c · Pᵢ(x) · Pⱼ(y) over the {@value #TERMS} pairs with 1 ≤ i + j ≤ 3, j first, where P are Legendre's polynomials
 * and x, y run from −1 to 1 over the image. These terms are orthogonal to the constant, so the geometric mean of the factor
 * over the image is 1: brightness is another operation's.
 */
public final class BiasField {
    /** Coefficients of one image. */
    public static final int TERMS = 9;

    private static final int ORDER = 3;

    private BiasField() {}

    /**
     * The factors, [N, size, size, 1].
     *
     * @param coefficients [N, {@value #TERMS}]
     */
    static Operand<TFloat32> factors(Ops tf, Operand<TFloat32> coefficients, int size) {
        Operand<TFloat32> basis = Tensors.constant(tf, basis(size), TERMS, (long) size * size);
        Operand<TFloat32> logarithm = tf.linalg.matMul(coefficients, basis);
        return tf.reshape(tf.math.exp(logarithm), tf.constant(new int[] {-1, size, size, 1}));
    }

    /** Each term at each pixel's centre: {@value #TERMS} · size · size. */
    private static float[] basis(int size) {
        float[] basis = new float[TERMS * size * size];
        int at = 0;
        for (int i = 0; i <= ORDER; i++) {
            for (int j = i == 0 ? 1 : 0; i + j <= ORDER; j++) {
                for (int pixel = 0; pixel < size * size; pixel++) {
                    basis[at++] =
                            (float) (legendre(i, centre(pixel % size, size)) * legendre(j, centre(pixel / size, size)));
                }
            }
        }
        return basis;
    }

    private static double centre(int pixel, int size) {
        return (2.0 * pixel + 1) / size - 1;
    }

    private static double legendre(int degree, double x) {
        return switch (degree) {
            case 0 -> 1;
            case 1 -> x;
            case 2 -> (3 * x * x - 1) / 2;
            default -> (5 * x * x - 3) * x / 2;
        };
    }
}
