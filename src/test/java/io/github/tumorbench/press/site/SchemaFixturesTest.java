package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One record of each schema version ever written, by the program of its time from configs/smoke.yaml of its time. */
class SchemaFixturesTest {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "records");

    static List<Integer> versions() {
        return IntStream.rangeClosed(1, StudyRecord.SCHEMA_VERSION).boxed().toList();
    }

    @Test
    void everySchemaVersionHasOne() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            versions().stream().map(version -> "v" + version).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itIsStillReadAndPressed(int version, @TempDir Path site) throws IOException {
        StudyRecord record = RecordReader.read(FIXTURES.resolve("v" + version));
        assertThat(record.run().schemaVersion()).isEqualTo(version);
        assertThat(record.execution().hosts()).hasSize(1);
        assertThat(record.experiments()).hasSize(4).allSatisfy(one -> assertThat(one.predictions())
                .hasSize(24));
        Press.render(record, site, 50);
        for (String id : record.run().experiments()) {
            assertThat(site.resolve("experiment-" + id + ".html")).content().contains("<h1");
        }
        assertThat(site.resolve("index.html"))
                .content()
                .contains(record.run().study().title());
    }
}
