package io.github.tumorbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.lab.backbone.Backbones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The frozen study by the built program, from archive to pages: with an empty cache, with nothing changed, and with another
 * learning rate of the heads. A round has all three, with a cache of its own.
 */
final class StudyGroup {
    private static final String GROUP = "study";
    private static final String STUDY = "configs/brain-tumor-mri.yaml";
    private static final String RATE = "learningRate: 1e-3";
    private static final String OTHER_RATE = "learningRate: 9e-4";
    private static final int USUAL_EPOCHS = 20;
    private static final double MEBIBYTE = 1024 * 1024;

    private final Settings settings;
    private final Findings findings;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, List<Double>> memory = new LinkedHashMap<>();

    StudyGroup(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void measure() throws IOException, InterruptedException {
        if (!Files.isRegularFile(settings.jar())) {
            findings.remark(GROUP, "Not measured: there is no %s.".formatted(settings.jar()));
            return;
        }
        Path archive = Archive.of(settings, GROUP, findings);
        findings.remark(
                GROUP,
                "%s%s, each run a process of its own from `run` to the rendered pages; memory is the process's peak resident set."
                        .formatted(STUDY, settings.weights() == null ? " with random weights" : ""));
        for (int round = 0; round < settings.rounds(); round++) {
            Path folder = settings.output().resolve("study");
            Folders.remove(folder);
            Files.createDirectories(folder);
            try {
                run(archive, folder, "cold", RATE);
                run(archive, folder, "warm, nothing changed", RATE);
                run(archive, folder, "warm, a head's learning rate changed", OTHER_RATE);
            } finally {
                Folders.remove(folder);
            }
        }
        remarkTheUsualWay();
        seconds.forEach((run, values) -> add(run, Unit.SECONDS, values));
        memory.forEach((run, values) -> add(run + ": peak memory", Unit.MEBIBYTES, values));
    }

    /** What recomputing frozen networks in each epoch would take, from PyTorch's speed of inference in the same run. */
    private void remarkTheUsualWay() {
        double total = 0;
        for (String backbone : Backbones.names()) {
            Optional<Series> speed = findings.find("inference", backbone, "fp32", "PyTorch");
            if (speed.isEmpty()) {
                return;
            }
            total += USUAL_EPOCHS * FinetuningGroup.IMAGES / speed.get().median();
        }
        findings.remark(
                GROUP,
                "The usual way, %d epochs each with the whole frozen network recomputed on %d images, takes by PyTorch's speed of inference at least %.0f minutes for the three (extrapolated)."
                        .formatted(USUAL_EPOCHS, FinetuningGroup.IMAGES, total / 60));
    }

    private void add(String subject, Unit unit, List<Double> values) {
        findings.add(new Series(GROUP, subject, "", Series.OURS, unit, values));
    }

    private void run(Path archive, Path folder, String name, String rate) throws IOException, InterruptedException {
        Path study = folder.resolve("study.yaml");
        Files.writeString(study, text(rate));
        Path out = folder.resolve("out");
        Folders.remove(out);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                settings.jar().toString(),
                "run",
                study.toString(),
                "--data",
                archive.toString(),
                "--cache",
                folder.resolve("cache").toString(),
                "--threads",
                Integer.toString(settings.threads()),
                "--out",
                out.toString()));
        if (settings.weights() != null) {
            command.addAll(List.of("--weights", settings.weights().toString()));
        }
        Path log = settings.output().resolve("logs").resolve("study.log");
        Files.createDirectories(log.getParent());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        int exit = process.waitFor();
        double elapsed = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException("study, %s: exit code %d, see %s".formatted(name, exit, log));
        }
        double peak = peak(out.resolve("record/execution.json"));
        System.out.printf(Locale.ROOT, "bench: study, %s: %.1f s, %.0f MiB%n", name, elapsed, peak);
        seconds.computeIfAbsent(name, n -> new ArrayList<>()).add(elapsed);
        memory.computeIfAbsent(name, n -> new ArrayList<>()).add(peak);
    }

    /**
     * The study as it lies there, with this rate; where no weights are given with random ones, and for phantoms without the
     * annotations of the real images.
     */
    private String text(String rate) throws IOException {
        String text = Files.readString(settings.project().resolve(STUDY));
        if (!text.contains(RATE)) {
            throw new IllegalStateException("%s: expected %s, found none".formatted(STUDY, RATE));
        }
        String changed = text.replace(RATE, rate).replace(": ../", ": " + settings.project() + "/");
        if (settings.data() == null) {
            changed = changed.replaceAll("(?m)^ *annotations:.*\\R", "");
        }
        return settings.weights() != null ? changed : changed.replaceAll("weights: \\{file: [^}]*}", "weights: random");
    }

    private static double peak(Path execution) throws IOException {
        JsonNode json = new ObjectMapper().readTree(execution.toFile());
        return json.get("peakResidentBytes").asDouble() / MEBIBYTE;
    }
}
