package io.github.tumorbench.cli;

import io.github.tumorbench.study.StudyFile;
import io.github.tumorbench.study.StudyReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which study, and where its images are. */
final class DataArguments {
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

    /** The study, or the demonstration where none is named. */
    StudyFile read() {
        return study == null ? StudyReader.readEmbedded("demo.yaml") : StudyReader.read(study);
    }

    /** What goes before the study's own path, or null. */
    Path override() {
        // The build passes "--data=" where none was given.
        return data == null || data.isBlank() ? null : Path.of(data);
    }
}
