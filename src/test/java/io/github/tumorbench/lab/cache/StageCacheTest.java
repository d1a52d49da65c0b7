package io.github.tumorbench.lab.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageCacheTest {
    @TempDir
    private Path folder;

    private int computations;

    private StageCache.Entry get(StageCache cache, String key) {
        return cache.get("stage", key, entry -> {
            computations++;
            Files.writeString(entry.resolve("result"), "of " + key);
        });
    }

    @Test
    void equalKeysComputeOnce() throws IOException {
        StageCache cache = new StageCache(folder);
        assertThat(get(cache, "a").cached()).isFalse();
        StageCache.Entry again = get(new StageCache(folder), "a");
        assertThat(again.cached()).isTrue();
        assertThat(Files.readString(again.folder().resolve("result"))).isEqualTo("of a");
        assertThat(get(cache, "b").cached()).isFalse();
        assertThat(computations).isEqualTo(2);
        assertThat(cache.entries("stage")).hasSize(2);
        assertThat(cache.entries("other")).isEmpty();
    }

    @Test
    void aFailedComputationLeavesNothing() throws IOException {
        StageCache cache = new StageCache(folder);
        assertThatThrownBy(() -> cache.get("stage", "a", entry -> {
                    Files.writeString(entry.resolve("half"), "");
                    throw new IllegalStateException("stopped");
                }))
                .isInstanceOf(IllegalStateException.class);
        try (var left = Files.list(folder.resolve("stage"))) {
            assertThat(left).isEmpty();
        }
        assertThat(get(cache, "a").cached()).isFalse();
    }

    @Test
    void aCacheThatCannotBeAFolderIsRefusedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        StageCache cache = new StageCache(file.resolve("cache"));
        assertThatThrownBy(() -> get(cache, "a"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        file.resolve("cache") + ": expected a cache folder that can be written, found: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void tensorsComeBackBitForBit() throws IOException {
        Path file = folder.resolve("tensors.bin");
        Map<String, float[]> tensors =
                Map.of("b", new float[] {1.5f, -0f, Float.MIN_VALUE, Float.NaN}, "a", new float[0]);
        TensorFile.write(file, tensors);
        Map<String, float[]> read = TensorFile.read(file);
        assertThat(read.keySet()).containsExactly("a", "b");
        assertThat(read.get("b")).containsExactly(tensors.get("b"));
    }
}
