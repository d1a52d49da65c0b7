package io.github.tumorbench.lab.dataset.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhantomScannerTest {
    private static final int SIZE = 64;
    /** First half of the SHA-256 of the pixels of six slices of every class at seed 20260101. */
    private static final String DIGEST = "fca5a50a7a1dc5d587b27c2100fa0827";

    private final PhantomScanner scanner = new PhantomScanner(20260101, SIZE);

    @Test
    void theSameArgumentsGiveTheSameBytesInAnyOrderOfCalls() {
        PhantomScanner other = new PhantomScanner(20260101, SIZE);
        for (int i = 7; i >= 0; i--) {
            PhantomClass label = PhantomClass.values()[i % 4];
            other.scan(PhantomClass.GLIOMA, 100 + i);
            PhantomSlice expected = scanner.scan(label, i);
            PhantomSlice found = other.scan(label, i);
            assertThat(found.pixels()).isEqualTo(expected.pixels());
            assertThat(found.tumour()).isEqualTo(expected.tumour());
            assertThat(found.plane()).isEqualTo(expected.plane());
        }
    }

    /** A change of the digest changes every phantom study: it is made on purpose or not at all. */
    @Test
    void theBytesAreTheSameOnEveryMachine() {
        assertThat(digest()).isEqualTo(DIGEST);
    }

    @Test
    void anotherSeedIndexOrClassGivesAnotherSlice() {
        byte[] slice = scanner.scan(PhantomClass.GLIOMA, 0).pixels();
        assertThat(scanner.scan(PhantomClass.GLIOMA, 1).pixels()).isNotEqualTo(slice);
        assertThat(scanner.scan(PhantomClass.MENINGIOMA, 0).pixels()).isNotEqualTo(slice);
        assertThat(new PhantomScanner(1, SIZE).scan(PhantomClass.GLIOMA, 0).pixels())
                .isNotEqualTo(slice);
    }

    @ParameterizedTest
    @EnumSource(PhantomClass.class)
    void everyPlaneOccursAboutAsOftenAsItsWeightInEveryClass(PhantomClass label) {
        int slices = 120;
        int[] found = new int[3];
        for (int i = 0; i < slices; i++) {
            found[scanner.scan(label, i).plane().ordinal()]++;
        }
        for (Plane plane : Plane.values()) {
            double share = found[plane.ordinal()] / (double) slices;
            assertThat(share).isBetween(0.13, 0.6);
            assertThat(share - Difficulty.PLANE_WEIGHTS[plane.ordinal()]).isBetween(-0.15, 0.15);
        }
    }

    @ParameterizedTest
    @EnumSource(PhantomClass.class)
    void everyTumourSliceAndNoOtherHasAMask(PhantomClass label) {
        for (int i = 0; i < 40; i++) {
            long inside = count(scanner.scan(label, i).tumour());
            if (label == PhantomClass.NOTUMOR) {
                assertThat(inside).isZero();
            } else {
                assertThat(inside).isBetween(3L, SIZE * SIZE / 4L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PhantomClass.class)
    void airIsDarkAndTheHeadIsNot(PhantomClass label) {
        for (int i = 0; i < 20; i++) {
            PhantomSlice slice = scanner.scan(label, i);
            double corners =
                    mean(slice, 0, SIZE / 16, 0, SIZE / 16) + mean(slice, 0, SIZE / 16, SIZE - SIZE / 16, SIZE);
            double middle = mean(slice, SIZE / 4, 3 * SIZE / 4, SIZE / 4, 3 * SIZE / 4);
            assertThat(corners / 2).isLessThan(40);
            assertThat(middle).isGreaterThan(30).isGreaterThan(corners);
        }
    }

    @Test
    void theTumourLiesInsideTheHead() {
        for (PhantomClass label : PhantomClass.values()) {
            for (int i = 0; i < 20; i++) {
                PhantomSlice slice = scanner.scan(label, i);
                int[] inside = IntStream.range(0, SIZE * SIZE)
                        .filter(p -> slice.tumour()[p])
                        .toArray();
                for (int p : inside) {
                    assertThat(p % SIZE).isBetween(1, SIZE - 2);
                    assertThat(p / SIZE).isBetween(1, SIZE - 2);
                }
            }
        }
    }

    @Test
    void anotherSizeShowsTheSameHead() {
        PhantomScanner fine = new PhantomScanner(20260101, 2 * SIZE);
        for (int i = 0; i < 8; i++) {
            PhantomSlice coarse = scanner.scan(PhantomClass.GLIOMA, i);
            PhantomSlice detailed = fine.scan(PhantomClass.GLIOMA, i);
            assertThat(detailed.plane()).isEqualTo(coarse.plane());
            assertThat(count(detailed.tumour()) / 4.0)
                    .isBetween(0.7 * count(coarse.tumour()) - 4, 1.4 * count(coarse.tumour()) + 4);
        }
    }

    @Test
    void aSizeTooSmallForAHeadIsRefused() {
        assertThatThrownBy(() -> new PhantomScanner(1, 47))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A phantom slice is at least 48 pixels wide, found 47.");
    }

    @Test
    void aSliceRefusesArraysOfAnotherSize() {
        assertThatThrownBy(() -> new PhantomSlice(2, Plane.AXIAL, new byte[4], new boolean[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A slice of 2 by 2 needs 4 pixels and mask values, found 4 and 3.");
    }

    @Test
    void classesAreNamedInLowerCaseInTheOrderOfTheLabels() {
        assertThat(Arrays.stream(PhantomClass.values()).map(PhantomClass::id))
                .containsExactly("glioma", "meningioma", "notumor", "pituitary");
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (PhantomClass label : PhantomClass.values()) {
                for (int i = 0; i < 6; i++) {
                    digest.update(scanner.scan(label, i).pixels());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(boolean[] mask) {
        return IntStream.range(0, mask.length).filter(i -> mask[i]).count();
    }

    private static double mean(PhantomSlice slice, int top, int bottom, int left, int right) {
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += slice.pixels()[y * slice.size() + x] & 255;
            }
        }
        return sum / ((bottom - top) * (right - left));
    }
}
