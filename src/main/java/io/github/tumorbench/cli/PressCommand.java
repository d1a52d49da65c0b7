package io.github.tumorbench.cli;

import io.github.tumorbench.press.site.SingleFile;
import io.github.tumorbench.record.AtomicFolder;
import java.io.PrintWriter;
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

    @Option(
            names = "--single-file",
            paramLabel = "FILE",
            description = "Writes the whole report there too, as one HTML file with everything in it.")
    private Path single;

    @Override
    public Integer call() {
        if (single != null) {
            SingleFile.check(single);
        }
        try (AtomicFolder folder = Stages.prepareSite(site)) {
            Stages.press(record, folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Report: " + site.resolve("index.html").toAbsolutePath().normalize());
        if (single != null) {
            SingleFile.write(site, single);
            out.println("In one file: " + single.toAbsolutePath().normalize());
        }
        return Main.FINE;
    }
}
