package io.github.tumorbench.cli;

import io.github.tumorbench.press.analysis.changes.Changes;
import io.github.tumorbench.press.analysis.changes.GateResult;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.InputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a record is worse than the one before. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = "Fails (exit code 1) where a metric fell by more than the margin and by more than noise, or an"
                + " experiment is missing. Margin, level and metrics are the study's (gate: {margin, alpha, metrics}).")
final class GateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RECORD",
            description = "Folder of the new record, whose study says the margin.")
    private Path record;

    @Option(names = "--baseline", paramLabel = "RECORD", required = true, description = "Folder of the record before.")
    private Path baseline;

    @Mixin
    private ChangesOutput output;

    @Override
    public Integer call() {
        StudyRecord before = RecordReader.read(baseline);
        StudyRecord after = RecordReader.read(record);
        String expected = before.run().study().study();
        String found = after.run().study().study();
        if (!expected.equals(found)) {
            throw new InputException(record + ": expected a record of the study " + expected
                    + " as the baseline is, found one of " + found);
        }
        Changes changes = Changes.between(before, after);
        GateResult result = GateResult.of(changes, after.run().study().gate());
        output.tell(changes, result, spec.commandLine().getOut());
        return result.passed() ? Main.FINE : Main.CHECK_FAILED;
    }
}
