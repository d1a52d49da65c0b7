package io.github.tumorbench.cli;

import io.github.tumorbench.record.AtomicFolder;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lab, then press. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Trains and evaluates a study and renders its report: DIR/record, DIR/site/index.html.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyArguments arguments;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where record and report go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("report");

    @Override
    public Integer call() {
        StudyFile study = arguments.read();
        Path record = out.resolve("record");
        Path site = out.resolve("site");
        // Both places are tried before hours are spent.
        try (AtomicFolder recordFolder = Stages.prepareRecord(record);
                AtomicFolder siteFolder = Stages.prepareSite(site);
                ConsoleProgress progress = ConsoleProgress.of(spec.commandLine().getErr())) {
            Stages.lab(study, arguments.settings(), recordFolder, progress);
            progress.say("rendering the report");
            Stages.press(record, siteFolder);
        }
        spec.commandLine()
                .getOut()
                .println(
                        "Report: " + site.resolve("index.html").toAbsolutePath().normalize());
        return Main.FINE;
    }
}
