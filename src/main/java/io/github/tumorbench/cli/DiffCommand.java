package io.github.tumorbench.cli;

import io.github.tumorbench.press.analysis.changes.Changes;
import io.github.tumorbench.record.RecordReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed between two records. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says what moved between two records, and whether it is more than noise; only what moved.")
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RECORD_A", description = "Folder of the earlier record.")
    private Path before;

    @Parameters(index = "1", paramLabel = "RECORD_B", description = "Folder of the later record.")
    private Path after;

    @Mixin
    private ChangesOutput output;

    @Override
    public Integer call() {
        Changes changes = Changes.between(RecordReader.read(before), RecordReader.read(after));
        output.tell(changes, null, spec.commandLine().getOut());
        return Main.FINE;
    }
}
