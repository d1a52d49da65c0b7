package io.github.tumorbench.bench;

import io.github.tumorbench.lab.pipeline.BuildInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The machine and what is installed on it. */
final class Surroundings {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");
    private static final Path LOAD = Path.of("/proc/loadavg");

    private Surroundings() {}

    /** Where and with what the measuring ran. */
    static void describe(Settings settings, Findings findings) throws InterruptedException {
        BuildInfo build = BuildInfo.load();
        findings.remark(
                "",
                "%s, commit %s%s; TensorFlow library %s; Java %s."
                        .formatted(
                                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS),
                                build.commit(),
                                build.dirty() ? " with changes" : "",
                                build.libraries().getOrDefault("tensorflow", "unknown"),
                                Runtime.version()));
        findings.remark(
                "",
                "%s, %d processors; load at the start %s."
                        .formatted(
                                line(CPU, "model name"),
                                Runtime.getRuntime().availableProcessors(),
                                read(LOAD).split(" ")[0]));
        if (Files.exists(CPU) && !Files.exists(CACHES)) {
            findings.remark(
                    "",
                    "The hypervisor hides the CPU's caches. Ours makes up for what oneDNN then gets wrong; PyTorch's kernels, oneDNN's too, may be slower here than on a machine of one's own.");
        }
        findings.remark(
                "",
                "%d rounds in turn, each contender in a process of its own; one computes at a time."
                        .formatted(settings.rounds()));
        String versions = pyTorch(settings);
        findings.remark(
                "",
                versions.isEmpty()
                        ? "PyTorch: not measured, %s has no torch and torchvision (Debian: python3-torch, python3-torchvision)."
                                .formatted(settings.python())
                        : "PyTorch %s of %s.".formatted(versions, settings.python()));
    }

    static boolean hasPyTorch(Settings settings) throws InterruptedException {
        return !pyTorch(settings).isEmpty();
    }

    /** Versions of torch and torchvision; empty where either is missing. */
    private static String pyTorch(Settings settings) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            settings.python(),
                            "-c",
                            "import torch, torchvision; print(torch.__version__, 'with torchvision', torchvision.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? printed : "";
        } catch (IOException e) {
            // No such interpreter.
            return "";
        }
    }

    /** fp32, and bf16 where the processor computes in it. */
    static List<String> precisions(String group, Findings findings) {
        List<String> precisions = new ArrayList<>(List.of("fp32"));
        String flags = line(CPU, "flags");
        if (flags.contains("avx512_bf16") || flags.contains("amx_bf16")) {
            precisions.add("bf16");
        } else {
            findings.remark(group, "bf16: not measured, the processor has neither avx512_bf16 nor amx_bf16.");
        }
        return precisions;
    }

    private static String line(Path file, String key) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** Empty where the system has no such file. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
