package io.github.tumorbench.cli;

import io.github.tumorbench.press.site.Press;
import io.github.tumorbench.press.site.verify.Verdict;
import io.github.tumorbench.press.site.verify.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Is a version what it was, and does it say what its record says? */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks released versions: digests of all files, every number recomputed from the version's own record, citations"
                    + " well-formed.",
            "Exit code 1 where something differs, one line for each."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "VERSION_DIR", description = "Folders of versions, e.g. site/v1.2.0.")
    private List<Path> versions;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean intact = true;
        for (Path version : versions) {
            Verdict verdict = Verification.of(version, ReleaseCommand.program(), Press::render);
            verdict.problems().forEach(out::println);
            out.println(verdict.version() + ": "
                    + (verdict.intact() ? "intact" : count(verdict.problems().size()) + " found"));
            verdict.checked().forEach(one -> out.println("  " + one));
            intact &= verdict.intact();
        }
        return intact ? Main.FINE : Main.CHECK_FAILED;
    }

    private static String count(int problems) {
        return problems == 1 ? "1 difference" : problems + " differences";
    }
}
