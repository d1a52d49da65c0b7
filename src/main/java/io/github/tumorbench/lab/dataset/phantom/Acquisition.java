package io.github.tumorbench.lab.dataset.phantom;

/** What the scanner and the display make of the signal: coil bias, blur, ghosts, Rician noise, window. */
final class Acquisition {
    private final Draws draws;
    private final int size;

    Acquisition(Draws draws, int size) {
        this.draws = draws;
        this.size = size;
    }

    /** Turns the signal (row by row, 0 air, about 1 the brightest fat) into 8-bit grey. */
    byte[] image(double[] signal, double pixel) {
        double[] received = blurred(biased(signal), pixel);
        if (draws.chance(Difficulty.GHOST_SHARE)) {
            received = ghosted(received);
        }
        return windowed(noisy(received));
    }

    /** A smooth field of second order over the image. */
    private double[] biased(double[] signal) {
        double a = draws.between(-0.5, 0.5) * Difficulty.BIAS;
        double b = draws.between(-0.5, 0.5) * Difficulty.BIAS;
        double c = draws.between(-1, 1) * Difficulty.BIAS;
        double d = draws.between(-0.5, 0.5) * Difficulty.BIAS;
        double e = draws.between(-1, 1) * Difficulty.BIAS;
        double[] field = new double[signal.length];
        for (int i = 0; i < signal.length; i++) {
            double u = 2.0 * (i % size) / size - 1;
            double v = 2.0 * (i / size) / size - 1;
            field[i] = signal[i] * Math.max(0.3, 1 + a * u + b * v + c * u * u * 0.5 + d * u * v + e * v * v * 0.5);
        }
        return field;
    }

    /** Point spread of the scanner, by passes of a kernel over three pixels. */
    private double[] blurred(double[] signal, double pixel) {
        double deviation = draws.between(0.05, 0.15) / pixel;
        double variance = deviation * deviation;
        double[] image = signal;
        while (variance > 0.02) {
            double side = Math.min(0.25, variance / 2);
            image = smoothed(smoothed(image, side, 1), side, size);
            variance -= 2 * side;
        }
        return image;
    }

    private double[] smoothed(double[] image, double side, int stride) {
        double[] out = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            int position = stride == 1 ? i % size : i / size;
            double before = position > 0 ? image[i - stride] : image[i];
            double after = position < size - 1 ? image[i + stride] : image[i];
            out[i] = (1 - 2 * side) * image[i] + side * (before + after);
        }
        return out;
    }

    /** Motion along the phase direction repeats the head faintly at a fraction of the field of view. */
    private double[] ghosted(double[] image) {
        double strength = draws.between(0.03, Difficulty.GHOST_HIGH);
        int shift = (int) (size * draws.between(0.2, 0.5));
        boolean across = draws.chance(0.5);
        double[] out = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            int column = i % size;
            int row = i / size;
            int from = across ? row * size + (column + shift) % size : (row + shift) % size * size + column;
            out[i] = image[i] + strength * image[from];
        }
        return out;
    }

    /** Magnitude of a complex signal with Gaussian noise in both channels. */
    private double[] noisy(double[] image) {
        double unit = draws.unit();
        double deviation = Difficulty.NOISE_LOW + (Difficulty.NOISE_HIGH - Difficulty.NOISE_LOW) * unit * unit;
        double[] out = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            double real = image[i] + deviation * draws.normal();
            double imaginary = deviation * draws.normal();
            out[i] = Math.sqrt(real * real + imaginary * imaginary);
        }
        return out;
    }

    /** Gain, curve and quantisation. */
    private byte[] windowed(double[] image) {
        double gain = draws.between(0.75, 1.35);
        double curve = draws.between(-0.3, 0.9);
        double floor = draws.chance(0.2) ? draws.between(0, 0.05) : 0;
        byte[] pixels = new byte[image.length];
        for (int i = 0; i < image.length; i++) {
            double s = Math.max(0, image[i] - floor) * gain;
            double shown = s * (1 + curve) / (1 + curve * s);
            pixels[i] = (byte) Math.min(255, Math.round(255 * Math.min(1, shown)));
        }
        return pixels;
    }
}
