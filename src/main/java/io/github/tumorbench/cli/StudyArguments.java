package io.github.tumorbench.cli;

import io.github.tumorbench.lab.pipeline.LabSettings;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Arguments of the commands that compute. */
final class StudyArguments {
    @Mixin
    private DataArguments data;

    @Option(
            names = "--weights",
            paramLabel = "DIR",
            description = "Where weight files are looked for first, official names and {file: NAME} alike; may be given"
                    + " more than once.")
    private List<Path> weights = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads within one operation (default: the processors of this machine).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private CacheArgument cache;

    StudyFile read() {
        return data.read();
    }

    LabSettings settings() {
        return new LabSettings(cache.folder(), weights, data.override(), Math.max(1, threads));
    }
}
