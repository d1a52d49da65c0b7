package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.download.Downloader;
import io.github.tumorbench.lab.download.FileServer;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsDownloadTest {
    private static final String NAME = "net.h5";
    private static final int SIZE = 300_000;
    private static final int HALF = 150_000;

    @TempDir
    Path cache;

    private final byte[] file = new byte[SIZE];
    private final AtomicLong arrived = new AtomicLong();
    private final CountDownLatch halfArrived = new CountDownLatch(1);
    private Duration patience = Duration.ofSeconds(20);
    private Path target;
    private Path part;

    @BeforeEach
    void contents() {
        new Random(1).nextBytes(file);
        target = cache.resolve(NAME);
        part = cache.resolve(NAME + ".part");
    }

    @Test
    void aFileIsFetchedVerifiedAndKept() throws IOException {
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, file))) {
            assertThat(fetch(server)).isEqualTo(target).hasBinaryContent(file);
            assertThat(fetch(server)).isEqualTo(target);

            assertThat(server.ranges()).containsExactly("whole");
        }
        assertThat(part).doesNotExist();
        assertThat(arrived).hasValue(SIZE);
    }

    @Test
    void aTransferThatBreaksOffIsTakenUpWhereItBroke() throws IOException {
        try (FileServer server = new FileServer(exchange -> {
            boolean first = exchange.getRequestHeaders().getFirst("Range") == null;
            FileServer.serve(exchange, file, first ? HALF : SIZE);
            if (first) {
                await(halfArrived);
            }
        })) {
            assertThat(fetch(server)).hasBinaryContent(file);

            assertThat(server.ranges()).containsExactly("whole", "bytes=150000-");
        }
    }

    @Test
    void theNextRunGoesOnWhereThisOneStopped() throws IOException {
        Files.write(part, Arrays.copyOf(file, HALF));
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, file))) {
            assertThat(fetch(server)).hasBinaryContent(file);

            assertThat(server.ranges()).containsExactly("bytes=150000-");
        }
    }

    @Test
    void aServerThatCannotResumeIsReadFromTheBeginning() throws IOException {
        Files.write(part, new byte[HALF]);
        try (FileServer server = new FileServer(exchange -> FileServer.send(exchange, 200, SIZE, file))) {
            assertThat(fetch(server)).hasBinaryContent(file);
        }
    }

    @Test
    void aPartBeyondTheEndIsFetchedAnew() throws IOException {
        Files.write(part, new byte[SIZE]);
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, file))) {
            assertThat(fetch(server)).hasBinaryContent(file);

            assertThat(server.ranges()).containsExactly("bytes=300000-", "whole");
        }
    }

    @Test
    void aTransferThatAlwaysBreaksOffIsGivenUpAndKept() throws IOException {
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, file, HALF))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the download failed: ")
                    .hasMessageContaining("put net.h5 from " + server.address(NAME) + " into " + cache);

            assertThat(server.ranges()).hasSize(3);
        }
        assertThat(target).doesNotExist();
        assertThat(part).exists();
    }

    @Test
    void aWrongDigestIsRefusedAndNothingKept() throws IOException {
        byte[] other = file.clone();
        other[HALF]++;
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, other))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching(server.address(NAME)
                            + ": expected the MD5 digest [0-9a-f]{32}, found [0-9a-f]{32}; nothing was kept\\.");
        }
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void aLengthAnnouncedTooShortIsAWrongDigest() throws IOException {
        try (FileServer server =
                new FileServer(exchange -> FileServer.send(exchange, 200, HALF, Arrays.copyOf(file, HALF)))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("expected the MD5 digest");
        }
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void aLengthAnnouncedTooLongIsATransferThatBreaksOff() throws IOException {
        try (FileServer server = new FileServer(exchange -> FileServer.send(exchange, 200, 2 * SIZE, file))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the download failed: ");
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void anAddressThatIsGoneIsNotAskedTwice() throws IOException {
        try (FileServer server = new FileServer(exchange -> exchange.sendResponseHeaders(404, -1))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(
                            "the download failed: RefusedException (the server answered 404); put net.h5 from");

            assertThat(server.ranges()).hasSize(1);
        }
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void aServerInTroubleIsAskedAgain() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (FileServer server = new FileServer(exchange -> {
            if (requests.getAndIncrement() == 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                FileServer.serve(exchange, file);
            }
        })) {
            assertThat(fetch(server)).hasBinaryContent(file);
        }
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws IOException {
        patience = Duration.ofMillis(700);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        try (FileServer server = new FileServer(exchange -> {
            if (requests.getAndIncrement() > 0) {
                FileServer.serve(exchange, file);
                return;
            }
            FileServer.send(exchange, 200, SIZE, Arrays.copyOf(file, HALF));
            await(end);
        })) {
            assertThat(fetch(server)).hasBinaryContent(file);
            end.countDown();
        }
    }

    @Test
    void aFileWithoutAStatedDigestMustReadAsTheBackbonesWeights() throws IOException {
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, file))) {
            WeightsLocator locator = locator("MobileNetV2", new OfficialFile(NAME, server.address(NAME), null));

            assertThatThrownBy(() -> locator.official("MobileNetV2", Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("expected an intact HDF5 file of weights");
        }
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void aFileWithoutAStatedDigestIsKeptOnceItHasReadWhole() throws IOException {
        Path stored = cache.resolve("stored.h5");
        KerasFixture.write(stored, KerasFixture.layers(Backbones.named("MobileNetV2", 32), 1));
        byte[] weights = Files.readAllBytes(stored);
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, weights))) {
            WeightsLocator locator = locator("MobileNetV2", new OfficialFile(NAME, server.address(NAME), null));

            assertThat(locator.official("MobileNetV2", Progress.NONE)).hasBinaryContent(weights);
        }
    }

    private Path fetch(FileServer server) throws IOException {
        Path reference = Files.write(Files.createTempFile("reference", ".h5"), file);
        String md5 = Digests.md5(reference);
        Files.delete(reference);
        return locator("X", new OfficialFile(NAME, server.address(NAME), md5)).official("X", progress());
    }

    private WeightsLocator locator(String backbone, OfficialFile official) {
        return new WeightsLocator(
                List.of(), cache, cache, false, Map.of(backbone, official), new Downloader(3, Duration.ZERO, patience));
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void say(String line) {}

            @Override
            public Task start(String title, long total) {
                return new Task() {
                    @Override
                    public void step(long done) {
                        if (arrived.addAndGet(done) >= HALF) {
                            halfArrived.countDown();
                        }
                    }

                    @Override
                    public void note(String text) {}

                    @Override
                    public void close() {}
                };
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
