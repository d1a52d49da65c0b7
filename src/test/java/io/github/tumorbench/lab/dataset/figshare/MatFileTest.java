package io.github.tumorbench.lab.dataset.figshare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatFileTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 32;

    @TempDir
    Path temp;

    /**
     * {@code figshare/7.mat} was written by h5py as MATLAB 7.3 does: a user block of 512 bytes, column-major arrays, gzip. Its
     * value at row y and column x is 20 x + 7 y − 100; tumour where (x − 25)² + (y − 10)² < 36.
     */
    @Test
    void aFileOfTheTrueLayoutIsReadRowByRow() throws IOException {
        MatSlice slice = MatFile.read("7.mat", resource());

        assertThat(slice.patient()).isEqualTo("100360A");
        assertThat(slice.label()).isEqualTo("glioma");
        assertThat(slice.width()).isEqualTo(WIDTH);
        assertThat(slice.height()).isEqualTo(HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int expected = (int) Math.round(255.0 * (20 * x + 7 * y) / (20 * 39 + 7 * 31));
                assertThat(slice.grey()[y * WIDTH + x] & 0xff).isEqualTo(expected);
                assertThat(slice.tumour()[y * WIDTH + x]).isEqualTo((x - 25) * (x - 25) + (y - 10) * (y - 10) < 36);
            }
        }
    }

    @Test
    void whatJhdfWritesIsReadToo() throws IOException {
        MatSlice slice = read(MatFixture.of(3, 2).patient("MR017B").label(3));

        assertThat(slice.patient()).isEqualTo("MR017B");
        assertThat(slice.label()).isEqualTo("pituitary");
        // Columns 0, 1, 2 of two rows: values 0 1, 2 3, 4 5.
        assertThat(slice.grey()).containsExactly(0, 102, (byte) 204, 51, (byte) 153, (byte) 255);
        assertThat(slice.tumour()).containsExactly(false, false, true, false, false, true);
    }

    @Test
    void aPlainImageIsBlack() throws IOException {
        assertThat(read(MatFixture.of(2, 2).plain()).grey()).containsOnly(0);
    }

    @Test
    void aTruncatedFileIsOneLine() throws IOException {
        byte[] whole = resource();
        for (int length : new int[] {whole.length - 1, whole.length / 2, 600, 100, 0}) {
            assertThatThrownBy(() -> MatFile.read("7.mat", Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                            .hasSize(1)
                            .allMatch(line -> line.startsWith("7.mat: expected ") && !line.contains("\n")));
        }
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        refused(
                MatFixture.of(3, 2).mask(2, 2),
                "x.mat: cjdata/tumorMask: expected as many pixels as the image (3×2), found 2×2");
    }

    @Test
    void anUnknownLabelIsRefused() {
        refused(MatFixture.of(3, 2).label(4), "x.mat: cjdata/label: expected 1, 2 or 3, found [4.0]");
    }

    @Test
    void aMissingPartIsNamed() {
        refused(MatFixture.of(3, 2).without("PID"), "x.mat: cjdata/PID: expected a dataset, found none");
    }

    @Test
    void anotherStructIsRefused() {
        refused(
                MatFixture.of(3, 2).struct("data"),
                "x.mat: expected a MATLAB 7.3 file with the struct cjdata, found [data]");
    }

    private MatSlice read(MatFixture fixture) throws IOException {
        return MatFile.read("x.mat", Files.readAllBytes(fixture.write(temp.resolve("x.mat"))));
    }

    private void refused(MatFixture fixture, String problem) {
        assertThatThrownBy(() -> read(fixture))
                .isInstanceOf(InputException.class)
                .hasMessage(problem);
    }

    private static byte[] resource() throws IOException {
        try (InputStream in = MatFileTest.class.getResourceAsStream("/figshare/7.mat")) {
            return in.readAllBytes();
        }
    }
}
