package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressTest {
    @TempDir
    Path folder;

    @Test
    void aReportHasItsMetricsAndItsPages() throws IOException {
        Path site = Files.createDirectories(
                Path.of(System.getProperty("site", folder.resolve("site").toString())));

        Press.render(TestRecords.write(Shape.usual(), folder.resolve("record")), site);

        assertThat(site.resolve("data/metrics.json")).isRegularFile();
        assertThat(site.resolve("index.html")).isRegularFile();
        assertThat(site.resolve("experiment-resnet50-full-official.html")).isRegularFile();
    }
}
