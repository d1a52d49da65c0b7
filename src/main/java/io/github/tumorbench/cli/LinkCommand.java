package io.github.tumorbench.cli;

import io.github.tumorbench.lab.dataset.FigshareLink;
import io.github.tumorbench.lab.dataset.ImageSource;
import io.github.tumorbench.lab.dataset.LinkFiles;
import io.github.tumorbench.lab.dataset.Sources;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Images to the slices they were made from. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description =
                "Finds for each image of a study the Figshare slice it was made from, and writes the annotations that"
                        + " tell its patient, and its tumour's mask.")
final class LinkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataArguments arguments;

    @Option(
            names = "--figshare",
            paramLabel = "PATH",
            required = true,
            description = "Folder of Figshare's .mat files, or their zip as downloaded.")
    private Path figshare;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the annotations (CSV) go.")
    private Path out;

    @Option(names = "--masks", paramLabel = "ZIP", description = "Writes a zip of the tumours' masks there.")
    private Path masks;

    @Override
    public Integer call() {
        StudyFile study = arguments.read();
        try (ImageSource source = Sources.open(study, arguments.override());
                ConsoleProgress progress = ConsoleProgress.of(spec.commandLine().getErr());
                LinkFiles files = new LinkFiles(out, masks)) {
            List<FigshareLink.Link> links = FigshareLink.link(source, figshare, files.masks(), progress);
            files.finish(links);
            spec.commandLine()
                    .getOut()
                    .println("Annotations: %s (%d of %d images linked)"
                            .formatted(
                                    out.toAbsolutePath().normalize(),
                                    links.size(),
                                    source.entries().size()));
        }
        return Main.FINE;
    }
}
