package io.github.tumorbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.record.AugmentationPictures;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.AugmentationPreset;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smoke study from its file to its pages, in processes of its own as a user starts it. */
class WholeWayTest {
    private static final Path NATIVES = Path.of("target", "test-cache", "native");

    @TempDir
    private Path folder;

    @Test
    void twoRunsAndOneFromTheCacheGiveEqualRecordsAndNoConnectionIsAttempted() throws Exception {
        try (Proxy proxy = new Proxy()) {
            String first = run("first", "cache-a", proxy.port());
            assertThat(first)
                    .doesNotContain("mobilenetv2-full-official: training from the cache", "evaluation from the cache");
            runInParts("second", proxy.port());
            assertThat(run("third", "cache-a", proxy.port()))
                    .contains("training from the cache", "evaluation from the cache", "explanation from the cache");
            assertThat(proxy.connections()).isZero();
            // The proxy does see a connection when one is attempted.
            start(proxy.port(), List.of(Caller.class.getName()));
            assertThat(proxy.connections()).isPositive();
        }
        Map<String, String> record = files(folder.resolve("first/record"));
        // Computed in two parts, on machines that know nothing of each other, and merged.
        assertThat(files(folder.resolve("second/record"))).isEqualTo(record);
        assertThat(files(folder.resolve("third/record"))).isEqualTo(record);
        checkRecord(RecordReader.read(folder.resolve("first/record")));
        checkPress();
    }

    private static void checkRecord(StudyRecord record) {
        assertThat(record.run().experiments())
                .containsExactly(
                        "mobilenetv2-full-official",
                        "efficientnetb0-frozen-official",
                        "efficientnetb0-last-10-official",
                        "ensemble-both");
        assertThat(record.experiments()).allSatisfy(experiment -> {
            boolean trained = !experiment.experiment().ensemble();
            assertThat(experiment.predictions()).hasSize(24);
            assertThat(experiment.validation()).hasSize(12);
            assertThat(experiment.projection()).hasSize(trained ? 24 : 0);
            assertThat(experiment.history()).hasSize(trained ? 2 : 0);
            assertThat(experiment.gradcam().isEmpty()).isEqualTo(!trained);
        });
        assertThat(record.run().ledger()).hasSize(3);
        assertThat(AugmentationPictures.of(record.folder(), AugmentationPreset.LIGHT))
                .hasSize(5);
    }

    /** Rendering again gives the same bytes, without a class of TensorFlow or DJL being loaded. */
    private void checkPress() throws Exception {
        Path site = folder.resolve("again");
        String log = start(
                0,
                List.of(
                        "-Xlog:class+load",
                        Main.class.getName(),
                        "press",
                        folder.resolve("first/record").toString(),
                        "--site",
                        site.toString()));
        assertThat(log).contains("io.github.tumorbench.press").doesNotContain("org.tensorflow.", "ai.djl.");
        assertThat(files(site)).isEqualTo(files(folder.resolve("first/site")));
    }

    private void runInParts(String out, int proxyPort) throws Exception {
        List<String> merge = new ArrayList<>(List.of(Main.class.getName(), "merge"));
        for (String backbone : List.of("EfficientNetB0", "MobileNetV2")) {
            Path part = folder.resolve(out).resolve(backbone);
            compute(proxyPort, "cache-" + backbone, "lab", "--only", backbone, "--record", part.toString());
            merge.add(part.toString());
        }
        merge.addAll(List.of("--record", folder.resolve(out).resolve("record").toString()));
        start(proxyPort, merge);
    }

    private String run(String out, String cache, int proxyPort) throws Exception {
        return compute(proxyPort, cache, "run", "--out", folder.resolve(out).toString());
    }

    private String compute(int proxyPort, String cache, String command, String... options) throws Exception {
        Path natives = folder.resolve(cache).resolve("native");
        if (!Files.exists(natives)) {
            // The libraries need not be unpacked anew for each cache.
            Files.createDirectories(natives.getParent());
            Files.createDirectories(NATIVES);
            Files.createSymbolicLink(natives, NATIVES.toAbsolutePath());
        }
        List<String> arguments = new ArrayList<>(List.of(
                Main.class.getName(), command, Path.of("configs", "smoke.yaml").toString(), "--threads", "2"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--cache", folder.resolve(cache).toString()));
        return start(proxyPort, arguments);
    }

    private static String start(int proxyPort, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (proxyPort != 0) {
            for (String scheme : List.of("http", "https")) {
                command.add("-D" + scheme + ".proxyHost=127.0.0.1");
                command.add("-D" + scheme + ".proxyPort=" + proxyPort);
            }
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(log).isZero();
        return log;
    }

    /** Every file by its path; what may differ between equal runs left out. */
    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("execution.json")) {
                    files.put(
                            root.relativize(file).toString(),
                            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    /** Attempts one connection, as a library's usage ping would. */
    static final class Caller {
        private Caller() {}

        public static void main(String[] args) {
            try {
                java.net
                        .URI
                        .create("http://example.invalid/")
                        .toURL()
                        .openStream()
                        .close();
            } catch (IOException expected) {
                System.out.println("refused");
            }
        }
    }

    /** Counts who calls, and hangs up. */
    private static final class Proxy implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 8, java.net.InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();

        Proxy() throws IOException {
            Thread thread = new Thread(this::answer);
            thread.setDaemon(true);
            thread.start();
        }

        private void answer() {
            while (!server.isClosed()) {
                try {
                    server.accept().close();
                    connections.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        int port() {
            return server.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
