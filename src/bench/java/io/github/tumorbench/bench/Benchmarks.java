package io.github.tumorbench.bench;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;

/** Measures the chosen groups and writes the tables, anew after each group: an interrupted run keeps what it has. */
final class Benchmarks {
    private static final int FINE = 0;
    private static final int BAD_INPUT = 2;

    private Benchmarks() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run());
    }

    private static int run() throws IOException, InterruptedException {
        try {
            Settings settings = Settings.fromProperties();
            Files.createDirectories(settings.output());
            measure(settings);
            return FINE;
        } catch (IllegalArgumentException | InputException e) {
            System.err.println("bench: " + e.getMessage());
            return BAD_INPUT;
        }
    }

    private static void measure(Settings settings) throws IOException, InterruptedException {
        Findings findings = new Findings();
        Surroundings.describe(settings, findings);
        Reports reports = new Reports(settings.output(), findings);
        Interleaving rounds = new Interleaving(settings, findings);
        for (String group : settings.groups()) {
            System.out.println("bench: " + Groups.title(group));
            Groups.measure(group, settings, rounds, findings);
            reports.write();
        }
        System.out.println("bench: " + settings.output().resolve(Reports.MARKDOWN));
    }
}
