package io.github.tumorbench.bench;

import io.github.tumorbench.study.Schedule;
import io.github.tumorbench.study.StudyFile;
import io.github.tumorbench.study.StudyReader;
import java.nio.file.Path;

/** Small study files, for what the program only takes from one. */
final class Studies {
    private static final String REST =
            """
            validation: {fraction: 0.15}
            experiments: [{backbone: MobileNetV2, input: %d, weights: random, schedule: only}]
            schedules:
              only: {epochs: 1, batch: %d, learningRate: 1e-4, %s}
            """;

    private Studies() {}

    /** @param keys of the schedule beside epochs, batch and learning rate, as in a study file */
    static Schedule schedule(String keys) {
        return parse("{source: phantom, size: 64, training: 4, testing: 1}", keys)
                .study()
                .schedules()
                .get("only");
    }

    /** A study of an archive's images. */
    static StudyFile ofArchive(Path archive) {
        return parse("{source: image-folder, path: '%s'}".formatted(archive), "trainLast: 0");
    }

    /** A study of phantoms: of each class so many for training and testing. */
    static StudyFile ofPhantoms(int size, int training, int testing) {
        return parse(
                "{source: phantom, size: %d, training: %d, testing: %d}".formatted(size, training, testing),
                "trainLast: 0");
    }

    private static StudyFile parse(String dataset, String keys) {
        String head = "study: bench\ntitle: Bench\nseed: 1\ndataset: " + dataset + "\n";
        return StudyReader.parse(
                "bench",
                head + REST.formatted(Settings.INPUT, Settings.BATCH, keys),
                Path.of(".").toAbsolutePath());
    }
}
