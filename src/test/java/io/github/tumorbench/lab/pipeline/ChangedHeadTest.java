package io.github.tumorbench.lab.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.engine.TestRuntime;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen study run twice on one cache, the second time with another learning rate. */
class ChangedHeadTest {
    private static final String STUDY =
            """
            study: heads
            title: Heads
            seed: 3
            dataset: {source: phantom, size: 48, training: 12, testing: 6}
            validation: {fraction: 0.25}
            explanation: {perClass: 1, images: 4, corrupted: 4}
            experiments:
              - {backbone: MobileNetV2, input: 48, weights: random, features: block_6_expand_relu, schedule: frozen}
            schedules:
              frozen: {epochs: 2, batch: 12, learningRate: %s}
            """;

    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void onlyWhatDependsOnTheHeadIsComputedAgain() throws IOException {
        TestRuntime.get();
        StudyRecord before = run("1e-3", "before");
        assertThat(lines).isNotEmpty().noneMatch(line -> line.endsWith("projection from the cache"));
        lines.clear();
        StudyRecord after = run("2e-3", "after");
        String experiment = "mobilenetv2-frozen-official: ";
        assertThat(lines)
                .contains(
                        "images from the cache",
                        experiment + "features from the cache",
                        experiment + "projection from the cache",
                        experiment + "latencies from the cache")
                .doesNotContain(
                        experiment + "training from the cache",
                        experiment + "model from the cache",
                        experiment + "evaluation from the cache",
                        experiment + "explanation from the cache");
        assertThat(after.experiments().get(0).predictions())
                .isNotEqualTo(before.experiments().get(0).predictions());
        assertThat(after.experiments().get(0).projection())
                .isEqualTo(before.experiments().get(0).projection());
        assertThat(after.execution().latencies()).isEqualTo(before.execution().latencies());
    }

    private StudyRecord run(String learningRate, String record) throws IOException {
        Path study = Files.writeString(folder.resolve("heads.yaml"), STUDY.formatted(learningRate));
        Path place = Files.createDirectories(folder.resolve(record));
        LabSettings settings = new LabSettings(folder.resolve("cache"), List.of(), null, 2);
        new Lab(settings, BuildInfo.load(), Clock.systemUTC(), new Listening()).run(StudyReader.read(study), place);
        return RecordReader.read(place);
    }

    private final class Listening implements Progress {
        @Override
        public void say(String line) {
            lines.add(line);
        }

        @Override
        public Task start(String title, long steps) {
            return Progress.NONE.start(title, steps);
        }
    }
}
