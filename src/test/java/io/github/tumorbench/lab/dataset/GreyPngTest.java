package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.study.Digests;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GreyPngTest {
    @Test
    void pixelsComeBackFromImagesSmallerAndLargerThanAStoredBlock() throws Exception {
        for (int[] size : new int[][] {{1, 1}, {3, 5}, {300, 300}, {65534, 1}, {65535, 2}}) {
            byte[] pixels = new byte[size[0] * size[1]];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (i * 7 + i / 256);
            }

            PixelImage image = ImageDecoder.decode(GreyPng.encode(size[0], size[1], pixels));

            assertThat(image.width()).isEqualTo(size[0]);
            assertThat(image.channels()).isEqualTo(1);
            assertThat(Arrays.equals(image.data(), pixels)).isTrue();
        }
    }

    @Test
    void theBytesDoNotDependOnThePlatformsCompressor() {
        // The digest of the same file put together in Python with zlib.compress(rows, 0).
        assertThat(Digests.sha256(GreyPng.encode(2, 2, new byte[] {0, 1, 2, 3})))
                .isEqualTo("3b2cf1e1ec922e11c97862f4a58b28cc3b57d9feae48d9b83654990ef73ace9f");
    }
}
