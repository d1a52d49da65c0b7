package io.github.tumorbench.cli;

import io.github.tumorbench.lab.pipeline.PartialRecords;
import io.github.tumorbench.record.AtomicFolder;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Parts of a record to the whole. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Puts records of some experiments each (lab --only) together into the record of the whole study;"
                + " needs neither the dataset nor TensorFlow.")
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PART", description = "Folders of the parts.")
    private List<Path> parts = new ArrayList<>();

    @Option(names = "--record", paramLabel = "DIR", required = true, description = "Where the whole record goes.")
    private Path record;

    @Override
    public Integer call() {
        List<StudyRecord> read = parts.stream().map(RecordReader::read).toList();
        try (AtomicFolder folder = Stages.prepareRecord(record)) {
            PartialRecords.merge(read, folder.folder());
            folder.commit();
        }
        spec.commandLine().getOut().println("Record: " + record.toAbsolutePath().normalize());
        return Main.FINE;
    }
}
