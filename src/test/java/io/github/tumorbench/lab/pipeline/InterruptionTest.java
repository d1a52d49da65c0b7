package io.github.tumorbench.lab.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.engine.TestRuntime;
import io.github.tumorbench.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smoke study, whose first training is stopped in its second epoch. */
class InterruptionTest {
    @TempDir
    private Path folder;

    @Test
    void aRunInterruptedInTrainingAndStartedAgainWritesTheSamePredictions() throws IOException {
        TestRuntime.get();
        run("whole", "cache-a", Progress.NONE);
        PowerCut powerCut = new PowerCut("epoch 2");
        assertThatThrownBy(() -> run("broken", "cache-b", powerCut)).isSameAs(powerCut.signal);
        Listening listening = new Listening();
        run("resumed", "cache-b", listening);
        assertThat(listening.lines).contains("mobilenetv2-full-official: training: going on after epoch 1");
        for (String id : List.of(
                "mobilenetv2-full-official",
                "efficientnetb0-frozen-official",
                "efficientnetb0-last-10-official",
                "ensemble-both")) {
            for (String file : List.of("predictions.csv", "validation.csv", "history.csv")) {
                String place = "experiments/" + id + "/" + file;
                assertThat(folder.resolve("resumed").resolve(place))
                        .hasSameBinaryContentAs(folder.resolve("whole").resolve(place));
            }
        }
        assertThat(folder.resolve("cache-b/drafts")).isEmptyDirectory();
    }

    private void run(String record, String cache, Progress progress) throws IOException {
        LabSettings settings = new LabSettings(folder.resolve(cache), List.of(), null, 2);
        Path place = Files.createDirectories(folder.resolve(record));
        new Lab(settings, BuildInfo.load(), Clock.systemUTC(), progress)
                .run(StudyReader.read(Path.of("configs", "smoke.yaml")), place);
    }

    /** Fails at the first remark that holds a text. */
    private static final class PowerCut extends Listening {
        private final IllegalStateException signal = new IllegalStateException("power cut");
        private final String text;

        PowerCut(String text) {
            this.text = text;
        }

        @Override
        void note(String remark) {
            if (remark.contains(text)) {
                throw signal;
            }
        }
    }

    private static class Listening implements Progress {
        private final List<String> lines = new ArrayList<>();

        void note(String remark) {}

        @Override
        public void say(String line) {
            lines.add(line);
        }

        @Override
        public Task start(String title, long steps) {
            return new Task() {
                @Override
                public void step(long done) {}

                @Override
                public void note(String text) {
                    Listening.this.note(text);
                }

                @Override
                public void close() {}
            };
        }
    }
}
