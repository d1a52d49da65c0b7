package io.github.tumorbench.lab.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.engine.TestRuntime;
import io.github.tumorbench.record.AugmentationPictures;
import io.github.tumorbench.study.AugmentationPreset;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetPicturesTest {
    private static final List<AugmentationPreset> PRESETS =
            List.of(AugmentationPreset.MIRROR, AugmentationPreset.MEDIUM, AugmentationPreset.MRI);

    @TempDir
    private Path folder;

    private Path written(String name, long seed) {
        Path record = folder.resolve(name);
        PresetPictures.write(PRESETS, seed, TestRuntime.get(), record);
        return record;
    }

    private static Raster raster(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(List.of(image.getWidth(), image.getHeight())).containsOnly(128);
        assertThat(Files.size(file)).isLessThan(20_000);
        return image.getRaster();
    }

    @Test
    void eachPresetHasTheSliceAndItsFirstDifferentRounds() throws IOException {
        Path record = written("a", 5);
        assertThat(AugmentationPictures.of(record, AugmentationPreset.MIRROR)).hasSize(2);
        assertThat(AugmentationPictures.of(record, AugmentationPreset.MEDIUM)).hasSize(5);
        assertThat(AugmentationPictures.of(record, AugmentationPreset.MRI)).hasSize(5);
        Set<String> different = new HashSet<>();
        for (AugmentationPreset preset : PRESETS) {
            for (String path : AugmentationPictures.of(record, preset)) {
                raster(record.resolve(path));
                different.add(new String(
                        Files.readAllBytes(record.resolve(path)), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        // The slice as it is three times, and nine changed ones.
        assertThat(different).hasSize(10);
    }

    @Test
    void mirrorsPictureIsTheSliceReversed() throws IOException {
        Path record = written("a", 5);
        Raster slice = raster(record.resolve("augmentation/mirror-0.png"));
        Raster mirrored = raster(record.resolve("augmentation/mirror-1.png"));
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                assertThat(mirrored.getSample(127 - x, y, 0)).isEqualTo(slice.getSample(x, y, 0));
            }
        }
    }

    @Test
    void equalSeedsGiveEqualBytesAndOthersOthers() throws IOException {
        Path first = written("a", 5);
        Path again = written("b", 5);
        Path other = written("c", 6);
        for (AugmentationPreset preset : PRESETS) {
            for (String path : AugmentationPictures.of(first, preset)) {
                assertThat(again.resolve(path)).hasSameBinaryContentAs(first.resolve(path));
            }
        }
        assertThat(Files.readAllBytes(other.resolve("augmentation/mri-1.png")))
                .isNotEqualTo(Files.readAllBytes(first.resolve("augmentation/mri-1.png")));
    }

    @Test
    void withoutPresetsNothingIsWritten() {
        PresetPictures.write(List.of(), 5, TestRuntime.get(), folder.resolve("none"));
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
