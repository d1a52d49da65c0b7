package io.github.tumorbench.cli;

import io.github.tumorbench.lab.pipeline.Tuned;
import io.github.tumorbench.study.StudyFile;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Study to figures of its validation images. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description = "Trains a study and tells what its validation images say, to choose recipes by; no test image is"
                + " looked at. What was trained is in the cache when the study is run.")
final class TuneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyArguments arguments;

    @Override
    public Integer call() {
        StudyFile study = arguments.read();
        try (ConsoleProgress progress = ConsoleProgress.of(spec.commandLine().getErr())) {
            Stages.tune(study, arguments.settings(), progress, this::tell);
        }
        return Main.FINE;
    }

    private void tell(Tuned tuned, List<String> classes) {
        String epochs =
                tuned.epochs() == 0 ? "" : ", epoch %d of %d kept".formatted(tuned.restoredEpoch(), tuned.epochs());
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%s: validation accuracy %.4f (%d of %d), log loss %.4f%s",
                        tuned.id(),
                        (double) tuned.correct() / tuned.images(),
                        tuned.correct(),
                        tuned.images(),
                        tuned.logLoss(classes),
                        epochs));
    }
}
