package io.github.tumorbench.cli;

import io.github.tumorbench.lab.pipeline.BuildInfo;
import io.github.tumorbench.press.site.versions.Imprint;
import io.github.tumorbench.press.site.versions.Program;
import io.github.tumorbench.press.site.versions.Releases;
import io.github.tumorbench.press.site.versions.SemanticVersion;
import io.github.tumorbench.press.site.versions.VersionFolder;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.study.InputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Record to a version that never changes. */
@Command(
        name = "release",
        description = {
            "Freezes a record and its pages as SITE/vX.Y.Z, which is never overwritten.",
            "With --withdraw it marks a version instead; with --refresh it writes the site's lists and landing page anew."
        })
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RECORD", description = "Folder of the record.")
    private Path record;

    @Option(names = "--version", paramLabel = "X.Y.Z", description = "Number of the version to release.")
    private String version;

    @Option(names = "--site", paramLabel = "DIR", description = "Folder of all versions (default: ${DEFAULT-VALUE}).")
    private Path site = Path.of("site");

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Day of the release (default: today, UTC).")
    private LocalDate date;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where the site is read; goes into citations and feed.")
    private String address;

    @Option(names = "--bundle", paramLabel = "FILE.zip", description = "Also write the version as a zip of its own.")
    private Path bundle;

    @Option(names = "--withdraw", paramLabel = "X.Y.Z", description = "Withdraw this version; needs --reason.")
    private String withdrawn;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is withdrawn, for readers.")
    private String reason;

    @Option(names = "--refresh", description = "Write the lists and the landing page anew.")
    private boolean refresh;

    @Override
    public Integer call() {
        check();
        LocalDate day = date == null ? LocalDate.now(Clock.systemUTC()) : date;
        Releases releases = new Releases(site);
        PrintWriter out = spec.commandLine().getOut();
        if (withdrawn != null) {
            SemanticVersion number = SemanticVersion.parse(withdrawn);
            releases.withdraw(number, reason, day);
            out.println("Withdrawn: " + place(number));
        } else if (refresh) {
            releases.refresh();
            out.println(
                    "Refreshed: " + site.resolve("index.html").toAbsolutePath().normalize());
        } else {
            Imprint imprint = Imprint.of(SemanticVersion.parse(version), day, address);
            releases.release(new VersionFolder(RecordReader.read(record), imprint, program()), bundle)
                    .ifPresent(warning -> spec.commandLine().getErr().println("tumorbench: " + warning));
            out.println("Released: " + place(imprint.number()));
        }
        return Main.FINE;
    }

    /** One of three things is asked, with what it needs and nothing else. */
    private void check() {
        long asked = Stream.of(version != null, withdrawn != null, refresh)
                .filter(one -> one)
                .count();
        if (asked != 1) {
            throw new InputException("release: expected one of --version, --withdraw and --refresh, found "
                    + (asked == 0 ? "none" : "several"));
        }
        if ((version != null) != (record != null)) {
            throw new InputException(
                    version != null
                            ? "release: expected the folder of a record before --version, found none"
                            : "release: expected no record without --version, found " + record);
        }
        if ((withdrawn != null) != (reason != null)) {
            throw new InputException(
                    withdrawn != null
                            ? "release: expected --reason with --withdraw, found none"
                            : "release: expected --withdraw with --reason, found none");
        }
    }

    private Path place(SemanticVersion number) {
        return site.resolve(number.folder()).toAbsolutePath().normalize();
    }

    /** This program, as a version names what pressed it. */
    static Program program() {
        BuildInfo build = BuildInfo.load();
        return new Program(build.version(), build.commit(), build.dirty());
    }
}
