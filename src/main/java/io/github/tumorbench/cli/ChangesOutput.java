package io.github.tumorbench.cli;

import io.github.tumorbench.press.analysis.changes.Changes;
import io.github.tumorbench.press.analysis.changes.GateResult;
import io.github.tumorbench.press.analysis.files.ChangesJson;
import io.github.tumorbench.press.pages.ChangesPage;
import io.github.tumorbench.press.site.ChangesSite;
import io.github.tumorbench.record.AtomicFolder;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where it is told what moved, beside the terminal. */
final class ChangesOutput {
    @Option(names = "--json", paramLabel = "FILE", description = "Writes all numbers there, unrounded.")
    private Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the text for a pull request there.")
    private Path markdown;

    @Option(names = "--site", paramLabel = "DIR", description = "Writes a page there.")
    private Path site;

    /** @param gate null for a plain comparison */
    void tell(Changes changes, GateResult gate, PrintWriter out) {
        ChangesPage page = gate == null ? ChangesPage.of(changes) : ChangesPage.of(changes, gate);
        out.print(page.text());
        if (json != null) {
            write(json, ChangesJson.write(changes, gate));
        }
        if (markdown != null) {
            write(markdown, page.markdown());
        }
        if (site != null) {
            try (AtomicFolder folder = AtomicFolder.prepare(
                    site, "a page of changes", other -> Files.isRegularFile(other.resolve(ChangesSite.NUMBERS)))) {
                ChangesSite.render(changes, gate, folder.folder());
                folder.commit();
            }
            out.println(
                    "Page: " + site.resolve(ChangesPage.FILE).toAbsolutePath().normalize());
        }
        out.flush();
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new InputException(file + ": expected a file that can be written, found: " + e, e);
        }
    }
}
