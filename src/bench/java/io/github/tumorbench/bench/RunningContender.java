package io.github.tumorbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A contender's process between its start and its end. What it prints beside the protocol goes to a log. */
final class RunningContender implements AutoCloseable {
    private static final String PREFIX = "#bench ";

    /** A contender that ended before it answered. */
    static final class EndedException extends IOException {
        private static final long serialVersionUID = 1L;

        EndedException(String message) {
            super(message);
        }
    }

    private final Contender contender;
    private final Path log;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    /** @param log file for its standard error */
    RunningContender(Contender contender, Path log) throws IOException {
        this.contender = contender;
        this.log = log;
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(contender.command()).redirectError(log.toFile());
        builder.environment().putAll(contender.environment());
        this.process = builder.start();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    Contender contender() {
        return contender;
    }

    /** Waits until it is warm; the rest of that line is what it computed on the common input. */
    String ready() throws IOException, InterruptedException {
        String line = answer();
        if (!line.startsWith("ready")) {
            throw new IllegalStateException(contender.name() + ": expected ready, found " + line);
        }
        return line.substring("ready".length()).strip();
    }

    /** One round's values by name. */
    Map<String, Double> round() throws IOException, InterruptedException {
        orders.write("round\n");
        orders.flush();
        String[] words = answer().split(" ");
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            values.put(words[i], Double.parseDouble(words[i + 1]));
        }
        return values;
    }

    private String answer() throws IOException, InterruptedException {
        String line;
        while ((line = answers.readLine()) != null) {
            if (line.startsWith(PREFIX)) {
                return line.substring(PREFIX.length()).strip();
            }
        }
        throw new EndedException(
                "%s ended with exit code %d, see %s".formatted(contender.name(), process.waitFor(), log.getFileName()));
    }

    @Override
    public void close() throws IOException {
        try {
            orders.close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
