package io.github.tumorbench.cli;

import io.github.tumorbench.lab.dataset.Dataset;
import io.github.tumorbench.lab.dataset.ImageSource;
import io.github.tumorbench.lab.dataset.MetadataFreeCopy;
import io.github.tumorbench.lab.dataset.Sources;
import io.github.tumorbench.record.AtomicFolder;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.AuditFile;
import io.github.tumorbench.study.StudyFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is wrong with the data. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Says what is wrong with a study's images: copies, patients and slices on both sides of the split,"
                        + " contradictory labels, metadata, shortcuts.")
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataArguments arguments;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes all findings with their files there.")
    private Path json;

    @Option(
            names = "--strip",
            paramLabel = "DIR",
            description =
                    "Writes a copy of the images without metadata there; pictures stay as they are, byte for byte.")
    private Path strip;

    @Override
    public Integer call() {
        StudyFile study = arguments.read();
        PrintWriter out = spec.commandLine().getOut();
        try (ImageSource source = Sources.open(study, arguments.override());
                ConsoleProgress progress = ConsoleProgress.of(spec.commandLine().getErr())) {
            Dataset dataset = Dataset.load(source, study, progress);
            print(dataset.audit(), out);
            if (json != null) {
                AuditFile.write(dataset.audit(), json);
                out.println("Audit: " + json.toAbsolutePath().normalize());
            }
            if (strip != null) {
                try (AtomicFolder folder = AtomicFolder.prepare(strip, "a copy of images", other -> false)) {
                    int stripped = MetadataFreeCopy.write(source, folder.folder(), progress);
                    folder.commit();
                    out.println("Copy without metadata: "
                            + strip.toAbsolutePath().normalize() + " (removed from " + stripped + " files)");
                    sayWhatStays(dataset.audit(), out);
                }
            }
        }
        return Main.FINE;
    }

    /** Metadata is beside the picture; what is within it is copied. */
    private static void sayWhatStays(Audit audit, PrintWriter out) {
        audit.findings().stream()
                .filter(finding -> finding.id().equals("burnt-in-text") && finding.count() > 0)
                .forEach(finding -> out.println(
                        "Writing burnt into pictures is not metadata and stays in the copy (" + finding.count()
                                + (finding.count() == 1 ? " picture" : " pictures") + ", see burnt-in-text)."));
    }

    private static void print(Audit audit, PrintWriter out) {
        out.println("%s: %d images, edition: %s".formatted(audit.dataset(), audit.images(), audit.edition()));
        for (Audit.Finding finding : audit.findings()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-20s %6d  %-8s %s",
                    finding.id(),
                    finding.count(),
                    finding.severity(),
                    finding.sentence()));
        }
        for (Audit.Probe probe : audit.probes()) {
            out.println(String.format(
                    Locale.ROOT,
                    "probe %-14s %6.3f  [%.3f, %.3f], chance %.3f",
                    probe.id(),
                    probe.accuracy(),
                    probe.low(),
                    probe.high(),
                    probe.chance()));
        }
        if (!audit.missing().isEmpty() || !audit.added().isEmpty()) {
            out.println("missing against the edition: " + list(audit.missing()) + "; added: " + list(audit.added()));
        }
    }

    private static String list(java.util.List<String> files) {
        return files.isEmpty()
                ? "none"
                : String.join(", ", files.subList(0, Math.min(10, files.size())))
                        + (files.size() > 10 ? " and " + (files.size() - 10) + " more" : "");
    }
}
