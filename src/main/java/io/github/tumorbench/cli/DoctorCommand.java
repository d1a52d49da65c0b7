package io.github.tumorbench.cli;

import io.github.tumorbench.lab.engine.TensorFlowRuntime;
import io.github.tumorbench.lab.pipeline.BuildInfo;
import io.github.tumorbench.lab.pipeline.Machine;
import io.github.tumorbench.record.Execution;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What this machine offers. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine offers: Java, native library, CPU features, memory, caches.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheArgument cache;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Execution.Host host = Machine.host();
        BuildInfo build = BuildInfo.load();
        line(out, "tumorbench", build.version() + ", commit " + build.commit() + (build.dirty() ? ", dirty" : ""));
        line(
                out,
                "Java",
                host.jvm() + ", at most " + gigabytes(Runtime.getRuntime().maxMemory()) + " of heap");
        line(out, "System", host.os() + ", " + host.arch());
        line(out, "CPU", host.cpu() + ", " + host.processors() + " processors");
        line(out, "CPU features", String.join(" ", Machine.cpuFeatures()));
        line(out, "Memory", gigabytes(host.memoryBytes()));
        TensorFlowRuntime runtime =
                TensorFlowRuntime.start(cache.folder(), Runtime.getRuntime().availableProcessors());
        line(out, "TensorFlow", runtime.version() + " through DJL " + runtime.djlVersion());
        line(
                out,
                "CPU caches",
                runtime.cachesHidden() ? "hidden by the hypervisor; oneDNN uses its defaults" : "as oneDNN finds them");
        line(out, "Native library", runtime.libraries().toString());
        line(out, "Cache", cache.folder().toAbsolutePath() + ", " + gigabytes(size(cache.folder())));
        line(out, "Weights", weights());
        return Main.FINE;
    }

    private static void line(PrintWriter out, String what, String value) {
        out.println(String.format(Locale.ROOT, "%-15s %s", what, value.isEmpty() ? "unknown" : value));
    }

    private static String gigabytes(long bytes) {
        return bytes == 0 ? "unknown" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private String weights() {
        Path folder = cache.folder().resolve("weights");
        if (!Files.isDirectory(folder)) {
            return "none in the cache; downloaded when a study asks for imagenet weights";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(
                    ", ", files.map(f -> f.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
