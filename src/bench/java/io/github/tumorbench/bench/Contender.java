package io.github.tumorbench.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that does the same work once in each round. It says {@code #bench ready} when it is warm; for each line it then
 * reads it does one round and answers {@code #bench} with names and values, e.g. {@code #bench images_per_second 51.2}.
 *
 * @param name as in the tables
 * @param environment added to that of this process
 */
record Contender(String name, List<String> command, Map<String, String> environment) {
    private static final String HEAP = "-Xmx3g";

    Contender {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** This project, from the class path of this process. */
    static Contender ours(Settings settings, String task, Object... arguments) {
        return java(Series.OURS, OurWorker.class, settings, task, arguments);
    }

    static Contender onnxRuntime(Settings settings, String task, Object... arguments) {
        return java("ONNX Runtime", OnnxWorker.class, settings, task, arguments);
    }

    private static Contender java(String name, Class<?> worker, Settings settings, String task, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                worker.getName(),
                task,
                settings.nativeCache().toString(),
                Integer.toString(settings.threads()),
                Double.toString(settings.seconds())));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return new Contender(name, command, Map.of("TF_CPP_MIN_LOG_LEVEL", "2", "TF_ENABLE_ONEDNN_OPTS", "1"));
    }

    static Contender pyTorch(Settings settings, String name, String script, Object... arguments) {
        List<String> command = new ArrayList<>(
                List.of(settings.python(), settings.script(script).toString()));
        command.add(Integer.toString(settings.threads()));
        command.add(Double.toString(settings.seconds()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        Map<String, String> environment = new TreeMap<>();
        environment.put("OMP_NUM_THREADS", Integer.toString(settings.threads()));
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        return new Contender(name, command, environment);
    }
}
