package io.github.tumorbench.cli;

import io.github.tumorbench.lab.pipeline.LabSettings;
import io.github.tumorbench.study.StudyFile;
import io.github.tumorbench.study.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments of the commands that compute. */
final class StudyArguments {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "STUDY",
            description = "Study file (default: the phantom demonstration that is part of the program).")
    private Path study;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Folder or zip of images; goes before the path in the study file.")
    private String data;

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
        return study == null ? StudyReader.readEmbedded("demo.yaml") : StudyReader.read(study);
    }

    LabSettings settings() {
        // The build passes "--data=" where none was given.
        Path override = data == null || data.isBlank() ? null : Path.of(data);
        return new LabSettings(cache.folder(), weights, override, Math.max(1, threads));
    }
}
