package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResizeTest {
    @Test
    void anImageThatFitsIsLeftAsItIs() {
        PixelImage image = grey(2, 2, 1, 2, 3, 4);

        assertThat(Resize.toSquare(image, 2)).isSameAs(image);
    }

    @Test
    void enlargingInterpolatesBetweenPixelCentres() {
        // Centres of the output lie at 0.25, 0.75, 1.25, 1.75 of the input, whose centres lie at 0.5 and 1.5.
        assertThat(values(Resize.toSquare(grey(2, 4, 0, 100, 0, 100, 0, 100, 0, 100), 4)))
                .containsExactly(0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100);
    }

    @Test
    void shrinkingWeighsEveryPixelThatTheTriangleReaches() {
        // Halving: weights 0.75, 0.75, 0.25 over their sum 1.75 at the left; 17.14 and 32.86 before rounding.
        assertThat(values(Resize.toSquare(grey(4, 2, 10, 20, 30, 40, 10, 20, 30, 40), 2)))
                .containsExactly(17, 33, 17, 33);
    }

    @Test
    void resultsEqualPillows() {
        // Image.resize((n, n), Image.BILINEAR) of Pillow 9.4 on the same values.
        PixelImage image = grey(5, 3, 0, 50, 100, 150, 200, 255, 128, 64, 32, 16, 10, 20, 30, 40, 250);

        assertThat(values(Resize.toSquare(image, 4)))
                .containsExactly(13, 71, 129, 188, 144, 90, 77, 83, 144, 72, 42, 87, 13, 24, 36, 198);
        assertThat(values(Resize.toSquare(image, 2))).containsExactly(87, 108, 68, 80);
    }

    @Test
    void channelsAreResizedApart() {
        PixelImage image = new PixelImage(2, 1, 3, new byte[] {0, 10, 100, 100, 30, 100});

        PixelImage resized = Resize.toSquare(image, 4);

        assertThat(resized.channels()).isEqualTo(3);
        assertThat(resized.at(1, 3, 0)).isEqualTo(25);
        assertThat(resized.at(1, 3, 1)).isEqualTo(15);
        assertThat(resized.at(1, 3, 2)).isEqualTo(100);
    }

    @Test
    void aWhiteImageStaysWhiteAtAnyScale() {
        for (int size = 1; size < 40; size++) {
            PixelImage white = grey(3, 1, 255, 255, 255);
            assertThat(values(Resize.toSquare(white, size))).containsOnly(255);
        }
    }

    @Test
    void aMaskPixelIsTumourWhereHalfOfItIs() {
        boolean[] inside = {
            true, true, false, false, true, true, true, false, true, true, false, false, true, true, true, false
        };
        TumourMask mask = new TumourMask(4, 4, inside);

        assertThat(mask.area()).isEqualTo(10);
        assertThat(mask.resized(2).inside()).containsExactly(true, false, true, false);
        assertThat(mask.resized(4)).isSameAs(mask);
    }

    private static PixelImage grey(int width, int height, int... values) {
        byte[] data = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            data[i] = (byte) values[i];
        }
        return new PixelImage(width, height, 1, data);
    }

    private static int[] values(PixelImage image) {
        int[] values = new int[image.data().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.data()[i] & 0xff;
        }
        return values;
    }
}
