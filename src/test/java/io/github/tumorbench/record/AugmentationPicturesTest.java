package io.github.tumorbench.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's study uses the preset light and no other. */
class AugmentationPicturesTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheSample() {
        RecordWriter.write(SampleRecords.sample(folder), folder);
    }

    private List<String> problems() {
        return catchThrowableOfType(InputException.class, () -> RecordReader.read(folder))
                .problems();
    }

    @Test
    void aRecordMayLackThem() {
        assertThat(RecordReader.read(folder).folder()).isEqualTo(folder);
        assertThat(AugmentationPictures.of(folder, AugmentationPreset.LIGHT)).isEmpty();
    }

    @Test
    void theyAreFoundInTheirOrder() throws IOException {
        for (int number : new int[] {2, 0, 10, 1}) {
            AugmentationPictures.write(folder, AugmentationPreset.LIGHT, number, PNG);
        }
        Files.delete(folder.resolve("augmentation/light-10.png"));
        RecordReader.read(folder);
        assertThat(AugmentationPictures.of(folder, AugmentationPreset.LIGHT))
                .containsExactly("augmentation/light-0.png", "augmentation/light-1.png", "augmentation/light-2.png");
        assertThat(folder.resolve("augmentation/light-1.png")).hasBinaryContent(PNG);
    }

    @Test
    void otherPresetsGapsAndOtherFilesAreNamed() throws IOException {
        AugmentationPictures.write(folder, AugmentationPreset.LIGHT, 0, PNG);
        AugmentationPictures.write(folder, AugmentationPreset.LIGHT, 2, PNG);
        AugmentationPictures.write(folder, AugmentationPreset.MRI, 0, PNG);
        AugmentationPictures.write(folder, AugmentationPreset.LIGHT, 1, new byte[] {'G', 'I', 'F'});
        Files.delete(folder.resolve("augmentation/light-0.png"));
        String expected = ": expected pictures of the study's presets, numbered from 0, found this file";
        assertThat(problems())
                .containsExactly(
                        folder.resolve("augmentation/light-1.png") + expected,
                        folder.resolve("augmentation/light-2.png") + expected,
                        folder.resolve("augmentation/mri-0.png") + expected);
        AugmentationPictures.write(folder, AugmentationPreset.LIGHT, 0, PNG);
        Files.delete(folder.resolve("augmentation/mri-0.png"));
        assertThat(problems())
                .containsExactly(folder.resolve("augmentation/light-1.png") + ": expected a PNG, found something else");
    }

    @Test
    void aFileInTheirPlaceIsAProblem() throws IOException {
        Files.writeString(folder.resolve("augmentation"), "");
        assertThat(problems())
                .containsExactly(folder.resolve("augmentation")
                        + ": expected a folder of pictures, found: a file where a folder should be");
    }
}
