package io.github.tumorbench.cli;

import io.github.tumorbench.record.AtomicFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Record to pages. */
@Command(
        name = "press",
        mixinStandardHelpOptions = true,
        description = "Renders a record's report; needs neither the dataset nor TensorFlow.")
final class PressCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RECORD", description = "Folder of the record.")
    private Path record;

    @Option(names = "--site", paramLabel = "DIR", required = true, description = "Where the pages go.")
    private Path site;

    @Override
    public Integer call() {
        try (AtomicFolder folder = Stages.prepareSite(site)) {
            Stages.press(record, folder);
        }
        spec.commandLine()
                .getOut()
                .println(
                        "Report: " + site.resolve("index.html").toAbsolutePath().normalize());
        return Main.FINE;
    }
}
