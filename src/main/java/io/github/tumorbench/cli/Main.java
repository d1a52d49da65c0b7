package io.github.tumorbench.cli;

import io.github.tumorbench.lab.pipeline.BuildInfo;
import io.github.tumorbench.study.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Entry point. Exit codes: 0 fine, 1 a check failed, 2 the user can mend it, 70 a bug, 130 interrupted. */
@Command(
        name = "tumorbench",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Benchmark of MobileNetV2, ResNet50 and EfficientNetB0 on brain-tumour MRI.",
        subcommands = {
            RunCommand.class,
            LabCommand.class,
            TuneCommand.class,
            PressCommand.class,
            MergeCommand.class,
            DiffCommand.class,
            GateCommand.class,
            ReleaseCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            LinkCommand.class,
            DataCommand.class,
            DoctorCommand.class
        })
public final class Main implements Runnable {
    static final int FINE = 0;
    static final int CHECK_FAILED = 1;
    static final int USER_CAN_MEND = 2;
    static final int BUG = 70;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "expected a command: run, lab, merge, tune, press, diff, gate, release, verify, audit, link, data or doctor,"
                        + " found none");
    }

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(Relaunch.run(args).orElseGet(() -> execute(args)));
    }

    /** Runs a command in this process; the result is its exit code. */
    static int execute(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::explainArguments)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args);
    }

    private static int explainArguments(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("tumorbench: " + e.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return USER_CAN_MEND;
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof InputException input) {
            List<String> problems = input.problems();
            problems.forEach(problem -> command.getErr().println("tumorbench: " + problem));
            return USER_CAN_MEND;
        }
        command.getErr().println("tumorbench: this is a bug; please report it with what follows.");
        e.printStackTrace(command.getErr());
        return BUG;
    }

    /** Version and commit, as built. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.load();
            return new String[] {
                "tumorbench %s (commit %s%s)".formatted(build.version(), build.commit(), build.dirty() ? ", dirty" : "")
            };
        }
    }
}
