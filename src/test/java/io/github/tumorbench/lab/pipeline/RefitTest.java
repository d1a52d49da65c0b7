package io.github.tumorbench.lab.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.engine.TestRuntime;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One network twice, trained on phantoms by one schedule, without and with learning anew from the validation images too. */
class RefitTest {
    private static final String STUDY =
            """
            study: refit
            title: Refit
            seed: 7
            dataset: {source: phantom, size: 48, training: 12, testing: 6}
            validation: {fraction: 0.25}
            explanation: {perClass: 1, images: 0, corrupted: 0}
            experiments:
              - {id: watched, backbone: MobileNetV2, input: 48, weights: random, schedule: full}
              - {id: refitted, backbone: MobileNetV2, input: 48, weights: random, schedule: full, refit: true}
            schedules:
              full: {trainLast: all, epochs: 2, batch: 12, learningRate: 1e-3, policy: one-cycle}
            """;

    @TempDir
    private Path folder;

    @Test
    void theTestImagesAreAskedOfANetworkThatLearntFromTheValidationImagesToo() throws IOException {
        TestRuntime.get();
        LabSettings settings = new LabSettings(folder.resolve("cache"), List.of(), null, 2);
        Path place = Files.createDirectories(folder.resolve("record"));
        new Lab(settings, BuildInfo.load(), Clock.systemUTC(), Progress.NONE)
                .run(StudyReader.parse("refit.yaml", STUDY, folder), place);
        StudyRecord record = RecordReader.read(place);
        ExperimentRecord watched = record.experiments().get(0);
        ExperimentRecord refitted = record.experiments().get(1);
        assertThat(watched.refit()).isEmpty();
        assertThat(refitted.history()).isEqualTo(watched.history());
        assertThat(refitted.validation()).isEqualTo(watched.validation());
        assertThat(refitted.predictions()).isNotEqualTo(watched.predictions());
        assertThat(refitted.experiment().savedModelDigest())
                .isNotEqualTo(watched.experiment().savedModelDigest());
        int images = refitted.experiment().trainImages() + refitted.experiment().validationImages();
        assertThat(images).isEqualTo(4 * 12);
        assertThat(refitted.refit()).hasSize(2).allSatisfy(epoch -> {
            double right = epoch.trainAccuracy() * images;
            assertThat(right).as("of all images together").isCloseTo(Math.rint(right), offset(1e-9));
        });
    }
}
