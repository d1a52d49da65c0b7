package io.github.tumorbench.lab.dataset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.download.Downloader;
import io.github.tumorbench.lab.download.FileServer;
import io.github.tumorbench.study.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrainTumorMriTest {
    private static final Downloader PATIENT = new Downloader(3, Duration.ZERO, Duration.ofSeconds(20));
    private static final Map<String, String> ACCOUNT = Map.of("KAGGLE_USERNAME", "me", "KAGGLE_KEY", "secret");

    @TempDir
    Path temp;

    private final byte[] archive = zip();

    @Test
    void theArchiveIsFetchedCheckedAndKept() throws Exception {
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, archive))) {
            Path file = fetch(server);

            assertThat(file).isEqualTo(temp.resolve("brain-tumor-mri.zip")).hasBinaryContent(archive);
            assertThat(fetch(server)).isEqualTo(file);
            assertThat(server.ranges()).containsExactly("whole");
        }
        assertThat(temp.toFile().list()).containsExactly("brain-tumor-mri.zip");
    }

    @Test
    void aConnectionThatDropsIsTakenUpWhereItDropped() throws Exception {
        int half = archive.length / 2;
        try (FileServer server = new FileServer(exchange -> {
            boolean first = exchange.getRequestHeaders().getFirst("Range") == null;
            FileServer.serve(exchange, archive, first ? half : archive.length);
        })) {
            assertThat(fetch(server)).hasBinaryContent(archive);
            assertThat(server.ranges()).hasSize(2).first().isEqualTo("whole");
        }
    }

    @Test
    void whatArrivedIsKeptForTheNextRun() throws Exception {
        Files.write(temp.resolve("brain-tumor-mri.zip.part"), Arrays.copyOf(archive, 1000));
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, archive))) {
            assertThat(fetch(server)).hasBinaryContent(archive);
            assertThat(server.ranges()).containsExactly("bytes=1000-");
        }
    }

    @Test
    void theTokenIsToldToTheFirstHostOnly() throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (FileServer storage = new FileServer(exchange -> {
                    told.add("storage " + authorization(exchange));
                    FileServer.serve(exchange, archive);
                });
                FileServer kaggle = new FileServer(exchange -> {
                    told.add("kaggle " + authorization(exchange));
                    exchange.getResponseHeaders()
                            .set("Location", storage.address("a.zip").toString());
                    exchange.sendResponseHeaders(302, -1);
                })) {
            assertThat(fetch(kaggle)).hasBinaryContent(archive);
        }
        assertThat(told).containsExactly("kaggle Basic bWU6c2VjcmV0", "storage null");
    }

    @Test
    void aRedirectionWithoutEndIsOneLine() throws Exception {
        try (FileServer server = new FileServer(exchange -> {
            exchange.getResponseHeaders().set("Location", "/again");
            exchange.sendResponseHeaders(302, -1);
        })) {
            refused(server, "the server refers from place to place without end");
        }
    }

    @Test
    void aLengthThatIsALieIsNoticed() throws Exception {
        try (FileServer server =
                new FileServer(exchange -> FileServer.send(exchange, 200, archive.length + 10, archive))) {
            refused(server, "expected the file, found that the download failed");
        }
        assertThat(temp.resolve("brain-tumor-mri.zip")).doesNotExist();
    }

    @Test
    void aPageInTheArchivesPlaceIsNotKept() throws Exception {
        byte[] page = "<html>please sign in</html>".getBytes(StandardCharsets.UTF_8);
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, page))) {
            refused(server, "expected a whole zip archive, found another file or a damaged one");
        }
        assertThat(temp.toFile().list()).isEmpty();
    }

    @Test
    void aRefusalExplainsTheAccount() throws Exception {
        try (FileServer server = new FileServer(exchange -> exchange.sendResponseHeaders(403, -1))) {
            assertThatThrownBy(() -> dataset(server.address("x")).archive(temp, Map.of(), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessage(
                            "%s: expected the file, found that the server answered 403; Kaggle wants an account: make an API token on its settings page and set KAGGLE_USERNAME and KAGGLE_KEY, or download the archive by hand from https://www.kaggle.com/datasets/masoudnickparvar/brain-tumor-mri-dataset and put it into %s as brain-tumor-mri.zip",
                            server.address("x"), temp);
        }
    }

    @Test
    void figsharesFilesAreHeldAgainstTheirDescription() throws Exception {
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive));
        try (FileServer server = figshare(md5, archive.length)) {
            List<Path> files = dataset(server.address("article")).slices(temp.resolve("figshare"), Progress.NONE);

            assertThat(files).containsExactly(temp.resolve("figshare/part.zip"));
            assertThat(files.get(0)).hasBinaryContent(archive);
        }
    }

    @Test
    void aFileOfAnotherSizeOrDigestIsNotKept() throws Exception {
        String md5 = "0".repeat(32);
        for (int length : new int[] {archive.length + 1, archive.length}) {
            try (FileServer server = figshare(md5, length)) {
                assertThatThrownBy(() ->
                                dataset(server.address("article")).slices(temp.resolve("figshare"), Progress.NONE))
                        .isInstanceOf(InputException.class)
                        .hasMessageContaining(length == archive.length ? "expected the MD5 digest 000" : "bytes, found")
                        .hasMessageEndingWith("nothing was kept");
            }
        }
        assertThat(temp.resolve("figshare").toFile().list()).isEmpty();
    }

    @Test
    void aFolderThatGitWouldTakeFilesFromIsRefused() throws Exception {
        Files.createDirectories(temp.resolve("repository/.git"));
        Path other = temp.resolve("repository/data/annotations");
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, archive))) {
            assertThatThrownBy(() -> dataset(server.address("x")).archive(other, Map.of(), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageEndingWith("images of patients must not get into its history");
            assertThat(server.ranges()).isEmpty();
            Path ignored = temp.resolve("repository/data/raw");
            assertThat(dataset(server.address("x")).archive(ignored, Map.of(), Progress.NONE))
                    .hasBinaryContent(archive);
        }
    }

    private FileServer figshare(String md5, int size) throws IOException {
        String description =
                """
                {"files": [{"name": "readme.txt", "download_url": "/readme", "size": 3},
                           {"name": "part.zip", "download_url": "/part", "size": %d, "computed_md5": "%s"}]}
                """
                        .formatted(size, md5);
        return new FileServer(exchange -> FileServer.serve(
                exchange,
                exchange.getRequestURI().getPath().equals("/part")
                        ? archive
                        : description.getBytes(StandardCharsets.UTF_8)));
    }

    private Path fetch(FileServer server) {
        return dataset(server.address("download")).archive(temp, ACCOUNT, Progress.NONE);
    }

    private void refused(FileServer server, String problem) {
        assertThatThrownBy(() -> fetch(server))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                        .hasSize(1)
                        .allMatch(line -> line.contains(problem) && !line.contains("\n")));
    }

    private static BrainTumorMri dataset(URI address) {
        return new BrainTumorMri(address, address, PATIENT);
    }

    private static String authorization(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization");
    }

    private static byte[] zip() {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Training/glioma/1.jpg"));
            zip.write(noise);
            zip.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
