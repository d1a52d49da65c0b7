package io.github.tumorbench.lab.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeThreeRows() throws IOException {
        file = folder.resolve("rows.bin");
        try (RowFile.Writer out = new RowFile.Writer(file, 2)) {
            out.append(new float[] {1, Float.MIN_VALUE});
            out.append(new float[] {-0f, 3.5f, 1e30f, -7});
        }
    }

    @Test
    void rowsComeBackExactlyWhereverTheyAreWanted() {
        try (RowFile rows = RowFile.open(file)) {
            assertThat(rows.count()).isEqualTo(3);
            assertThat(rows.width()).isEqualTo(2);
            assertThat(rows.row(2)).containsExactly(1e30f, -7);
            float[] target = new float[5];
            rows.read(0, target, 3);
            assertThat(target).containsExactly(0, 0, 0, 1, Float.MIN_VALUE);
            assertThat(Float.floatToRawIntBits(rows.row(1)[0])).isEqualTo(Float.floatToRawIntBits(-0f));
        }
    }

    @Test
    void chosenRowsAreATableOfTheirOwn() {
        try (RowFile rows = RowFile.open(file)) {
            Rows chosen = rows.select(new int[] {2, 0, 2});
            assertThat(chosen.count()).isEqualTo(3);
            assertThat(chosen.row(0)).containsExactly(rows.row(2));
            assertThat(chosen.row(1)).containsExactly(rows.row(0));
        }
    }

    @Test
    void aTableCutShortOrOfAnotherKindIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] other = bytes.clone();
        other[0]++;
        for (byte[] damaged : new byte[][] {Arrays.copyOf(bytes, bytes.length - 1), other}) {
            Files.write(file, damaged);
            assertThatThrownBy(() -> RowFile.open(file))
                    .isInstanceOf(InputException.class)
                    .hasMessage(folder + ": expected a whole table of cached numbers, found a damaged one; delete it");
        }
    }
}
