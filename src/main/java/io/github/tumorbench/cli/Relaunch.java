package io.github.tumorbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Starts the program once more with what is read at process start, so that a user need not set it: for commands that compute,
 * TensorFlow's environment (quiet logs, oneDNN's kernels on every CPU); for those that render, a compiler for short programs.
 * Other commands run in the process they were started in.
 */
final class Relaunch {
    private static final Set<String> COMPUTING = Set.of("run", "lab", "tune", "doctor");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TF_CPP_MIN_LOG_LEVEL", "2", "TF_ENABLE_ONEDNN_OPTS", "1");

    /** Enough for every stage; a quarter of a large machine's memory, Java's own limit, would only collect garbage later. */
    private static final String HEAP = "-Xmx2g";

    private static final Set<String> RENDERING = Set.of("press");

    /** Rendering takes seconds, of which the JVM would spend more than half on optimising what is then run once. */
    private static final String SHORT = "-XX:TieredStopAtLevel=1";

    /** Other collectors keep threads and maps of a large heap, which a short program never earns back. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private Relaunch() {}

    /** The exit code of the second process, or empty where none is needed. */
    static Optional<Integer> run(String[] args) {
        if (args.length == 0 || !(computes(args[0]) || renders(args[0]))) {
            return Optional.empty();
        }
        ProcessBuilder builder =
                new ProcessBuilder(command(args)).inheritIO().redirectError(ProcessBuilder.Redirect.PIPE);
        if (computes(args[0])) {
            ENVIRONMENT.forEach(builder.environment()::putIfAbsent);
        }
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end-second-process"));
            new NoiseFilter(System.err).pass(process.getErrorStream());
            return Optional.of(process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(130);
        }
    }

    private static boolean computes(String command) {
        return COMPUTING.contains(command) && !System.getenv().keySet().containsAll(ENVIRONMENT.keySet());
    }

    /** Where the user chose how to compile, that stands. */
    private static boolean renders(String command) {
        return RENDERING.contains(command)
                && ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .noneMatch(given -> given.startsWith("-XX:") && given.contains("Tiered"));
    }

    private static List<String> command(String[] args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        command.addAll(given);
        if (given.stream().noneMatch(Relaunch::setsTheHeap)) {
            command.add(HEAP);
        }
        if (renders(args[0])) {
            command.add(SHORT);
            if (given.stream().noneMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))) {
                command.add(COLLECTOR);
            }
        }
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        return command;
    }

    private static boolean setsTheHeap(String argument) {
        return argument.startsWith("-Xmx")
                || argument.startsWith("-XX:MaxHeapSize")
                || argument.startsWith("-XX:MaxRAMPercentage");
    }

    /** Ctrl-C reaches both processes; this one waits until the other has tidied up. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
