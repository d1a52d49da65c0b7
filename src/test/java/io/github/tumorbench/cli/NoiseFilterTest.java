package io.github.tumorbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "'one~two~'                                                          > 'one~two~'",
                "'I0000 00:00:17.3 mlir_graph.cc:401] not enabled~two~'              > 'two~'",
                "'one~WARNING: All log messages before absl::InitializeLog() are~I'  > 'one~I'",
                "'I0000 of something else~'                                          > 'I0000 of something else~'",
                "'bar 10%^bar 20%^I0000 00:00:1 x~bar 30%'                           > 'bar 10%^bar 20%^bar 30%'",
                "'half a W0000 00:00: line~'                                         > 'half a W0000 00:00: line~'",
                "'WARNING: All log'                                                  > 'WARNING: All log'"
            })
    void onlyLinesOfTheNativeLoggerAreDropped(String in, String expected) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NoiseFilter(out).pass(new ByteArrayInputStream(lines(in).getBytes(StandardCharsets.UTF_8)));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(lines(expected));
    }

    private static String lines(String text) {
        return text.replace('~', '\n').replace('^', '\r');
    }
}
