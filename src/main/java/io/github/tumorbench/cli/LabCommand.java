package io.github.tumorbench.cli;

import io.github.tumorbench.lab.pipeline.Chosen;
import io.github.tumorbench.record.AtomicFolder;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Study to record. */
@Command(name = "lab", mixinStandardHelpOptions = true, description = "Trains and evaluates a study into a record.")
final class LabCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyArguments arguments;

    @Option(names = "--record", paramLabel = "DIR", required = true, description = "Where the record goes.")
    private Path record;

    @Option(
            names = "--only",
            paramLabel = "ID",
            split = ",",
            description = "Computes these experiments only: a backbone (MobileNetV2), an experiment under all protocols"
                    + " (mobilenetv2-frozen) or under one (mobilenetv2-frozen-official). The record lacks the others;"
                    + " merge puts such records together.")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        StudyFile study = arguments.read();
        Chosen chosen = only.isEmpty() ? Chosen.all(study.study()) : Chosen.of(study, only);
        try (AtomicFolder folder = Stages.prepareRecord(record);
                ConsoleProgress progress = ConsoleProgress.of(spec.commandLine().getErr())) {
            Stages.lab(study, chosen, arguments.settings(), folder, progress);
        }
        spec.commandLine().getOut().println("Record: " + record.toAbsolutePath().normalize());
        return Main.FINE;
    }
}
