package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.record.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the operating system tells of this machine and process. */
public final class Machine {
    private Machine() {}

    public static Execution.Host host() {
        return new Execution.Host(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                field("/proc/cpuinfo", "model name").orElse("unknown"),
                Runtime.getRuntime().availableProcessors(),
                kilobytes("/proc/meminfo", "MemTotal"),
                System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    /** Features of the CPU that decide how fast TensorFlow is; empty where the system does not tell. */
    public static List<String> cpuFeatures() {
        List<String> telling =
                List.of("avx", "avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "asimd", "bf16");
        return field("/proc/cpuinfo", "flags").or(() -> field("/proc/cpuinfo", "Features")).stream()
                .flatMap(flags -> List.of(flags.split("\\s+")).stream())
                .filter(telling::contains)
                .toList();
    }

    /** Whether the processor multiplies bfloat16 numbers; TensorFlow's kernels for them need it. */
    static boolean computesBf16() {
        return cpuFeatures().stream().anyMatch(feature -> feature.endsWith("bf16"));
    }

    /** Largest resident size this process has had, 0 where the system does not tell. */
    public static long peakResidentBytes() {
        return kilobytes("/proc/self/status", "VmHWM");
    }

    private static long kilobytes(String file, String name) {
        return field(file, name)
                .map(value -> Long.parseLong(value.replaceAll("\\D", "")) * 1024)
                .orElse(0L);
    }

    private static Optional<String> field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name) && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException notThisSystem) {
            return Optional.empty();
        }
    }
}
