package io.github.tumorbench.cli;

import io.github.tumorbench.lab.dataset.fetch.BrainTumorMri;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Getting datasets. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Gets datasets.",
        subcommands = DataCommand.Fetch.class)
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected what to do: fetch, found none");
    }

    /** Download, resumed and checked. */
    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Downloads a dataset, going on where an earlier attempt stopped, and checks it.")
    static final class Fetch implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "Known: " + BrainTumorMri.NAME + ".")
        private String name;

        @Option(
                names = "--to",
                paramLabel = "DIR",
                description =
                        "Where it goes (default: ${DEFAULT-VALUE}); within a repository only where Git ignores it.")
        private Path folder = Path.of("data", "raw");

        @Option(
                names = "--figshare",
                description = "Also the Figshare slices with patients and masks, into DIR/figshare.")
        private boolean figshare;

        @Option(
                names = "--from",
                paramLabel = "ADDRESS",
                description = "Where the archive lies, if not at Kaggle; no account is told there.")
        private URI mirror;

        @Option(
                names = "--figshare-from",
                paramLabel = "ADDRESS",
                description = "Where the description of Figshare's files lies, if not at Figshare; with --figshare.")
        private URI figshareMirror;

        @Override
        public Integer call() {
            if (!name.equals(BrainTumorMri.NAME)) {
                throw new InputException("data fetch: expected the name of a known dataset (%s), found %s"
                        .formatted(BrainTumorMri.NAME, name));
            }
            PrintWriter out = spec.commandLine().getOut();
            try (ConsoleProgress progress =
                    ConsoleProgress.of(spec.commandLine().getErr())) {
                BrainTumorMri dataset = dataset();
                print(
                        mirror == null
                                ? dataset.archive(folder, System.getenv(), progress)
                                : dataset.mirrored(folder, progress),
                        out);
                if (figshare) {
                    for (Path file : dataset.slices(folder.resolve("figshare"), progress)) {
                        print(file, out);
                    }
                }
            } catch (IOException e) {
                throw new InputException("%s: expected files that can be read, found %s".formatted(folder, e), e);
            }
            return Main.FINE;
        }

        private BrainTumorMri dataset() {
            BrainTumorMri published = BrainTumorMri.PUBLISHED;
            return new BrainTumorMri(
                    address("--from", mirror, published.kaggle()),
                    address("--figshare-from", figshareMirror, published.figshare()),
                    published.downloader());
        }

        private static URI address(String option, URI given, URI published) {
            if (given == null) {
                return published;
            }
            if (given.getHost() == null || !List.of("http", "https").contains(given.getScheme())) {
                throw new InputException("%s: expected an address that begins with http:// or https://, found %s"
                        .formatted(option, given));
            }
            return given;
        }

        private static void print(Path file, PrintWriter out) throws IOException {
            out.println("%s: sha256 %s".formatted(file.toAbsolutePath().normalize(), Digests.sha256(file)));
        }
    }
}
