package io.github.tumorbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.FewResamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases, withdrawals and their verification, seen from the command line. */
class ReleaseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aRecordIsReleasedVerifiedRefusedASecondTimeAndWithdrawn() throws IOException {
        Path record = folder.resolve("record");
        FewResamples.record(record);
        Path site = folder.resolve("site");
        Path version = site.resolve("v1.0.0");
        String[] release = {
            "release",
            record.toString(),
            "--version",
            "1.0.0",
            "--site",
            site.toString(),
            "--date",
            "2026-11-25",
            "--bundle",
            folder.resolve("bundle.zip").toString()
        };

        Tool.Outcome released = Tool.run(release);
        assertThat(released.err()).isEmpty();
        assertThat(released.out()).isEqualTo("Released: " + version + "\n");
        assertThat(folder.resolve("bundle.zip")).isNotEmptyFile();
        Tool.Outcome again = Tool.run(release);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errorLines()).singleElement().asString().contains(version + ": expected no such version");

        Tool.Outcome verified = Tool.run("verify", version.toString());
        assertThat(verified.out()).startsWith("v1.0.0: intact\n");
        assertThat(verified.exitCode()).isZero();
        Files.writeString(version.resolve("data/metrics.csv"), "nothing");
        Tool.Outcome damaged = Tool.run("verify", version.toString());
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.out().lines().toList().get(0)).startsWith("v1.0.0/data/metrics.csv: expected the digest ");
        assertThat(damaged.out()).contains("v1.0.0: 1 difference found");

        Tool.Outcome withdrawn = Tool.run(
                "release",
                "--withdraw",
                "1.0.0",
                "--reason",
                "Damaged.",
                "--site",
                site.toString(),
                "--date",
                "2026-12-01");
        assertThat(withdrawn.exitCode()).isZero();
        assertThat(Files.readString(site.resolve("versions.js"))).contains("\"reason\":\"Damaged.\"", "2026-12-01");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "release | release: expected one of --version, --withdraw and --refresh, found none",
                "release --version 1.0.0 --refresh | release: expected one of --version, --withdraw and --refresh, found several",
                "release --version 1.0.0 | release: expected the folder of a record before --version, found none",
                "release somewhere --refresh | release: expected no record without --version, found somewhere",
                "release --withdraw 1.0.0 | release: expected --reason with --withdraw, found none",
                "release --refresh --reason x | release: expected --withdraw with --reason, found none",
                "release somewhere --version 1.0 | version: expected three whole numbers joined by dots, e.g. 1.2.0, found 1.0",
                "verify nowhere | nowhere: expected the folder of a released version, found none"
            })
    void whatIsAskedWronglyIsSaidInOneLine(String command, String expected) {
        Tool.Outcome outcome = Tool.run(command.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errorLines()).singleElement().asString().endsWith(expected);
        assertThat(Path.of("site", "v1.0.0")).doesNotExist();
    }
}
