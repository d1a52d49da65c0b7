package io.github.tumorbench.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records that lie in the repository. */
class PublishedRecordsTest {
    static List<Path> records() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("data", "records"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordCanStillBeReadAndHoldsNoPictureOfItsDataset(Path folder) throws IOException {
        StudyRecord record = RecordReader.read(folder);
        assertThat(record.experiments()).isNotEmpty();
        assertThat(record.run().provenance().dirty()).isFalse();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.toString().endsWith(".json")
                            || file.toString().endsWith(".csv")
                            || file.getParent().endsWith(AugmentationPictures.FOLDER));
        }
    }
}
