package io.github.tumorbench.lab.download;

import io.github.tumorbench.lab.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Fetches a file over HTTP into a partial file, going on where an earlier attempt or an earlier run stopped.
 *
 * @param attempts how often a transfer that breaks off is taken up, the first included
 * @param pause before it is taken up again
 * @param patience how long no byte may arrive
 */
public record Downloader(int attempts, Duration pause, Duration patience) {
    /** Patient with slow servers. */
    public static final Downloader USUAL = new Downloader(4, Duration.ofSeconds(2), Duration.ofSeconds(60));

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int SERVER_ERROR = 500;
    private static final int REDIRECTION = 3;
    private static final int MOST_HOPS = 10;
    private static final int BUFFER = 1 << 16;

    /** The server's answer is final: asking again does not help. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedException(int status) {
            super("the server answered " + status);
            this.status = status;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }
    }

    /**
     * Fetches.
     *
     * @param part what is there already is kept and completed; after a failure, what arrived stays there
     * @throws RefusedException if the server refuses
     * @throws IOException if it breaks off as often as {@link #attempts()}, the file cannot be written, or another run is
     *     writing it
     */
    public void fetch(URI address, Path part, Progress progress) throws IOException {
        fetch(address, null, part, progress);
    }

    /**
     * The same with a right to it.
     *
     * @param authorization value of the header of that name, or null; told to the address's own host only, not to hosts that it
     *     refers to
     */
    public void fetch(URI address, String authorization, Path part, Progress progress) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, part);
            for (int attempt = 1;
                    !tried(new Asker(client, address, authorization), channel, attempt, progress);
                    attempt++) {
                rest();
            }
        }
    }

    /** The lock goes with the channel. */
    private static void lock(FileChannel channel, Path part) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            throw new IOException("another run is writing " + part);
        }
    }

    /** Whether it came whole; false if it broke off and may be tried again. */
    private boolean tried(Asker asker, FileChannel part, int attempt, Progress progress) throws IOException {
        try {
            transfer(asker, part, progress);
            return true;
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
            if (attempt >= attempts) {
                throw e;
            }
            progress.say(asker.address() + ": broke off after " + part.size() + " bytes (" + e.getMessage()
                    + "), going on.");
            return false;
        }
    }

    private void transfer(Asker asker, FileChannel part, Progress progress) throws IOException {
        HttpResponse<InputStream> response = ask(asker, part.size());
        URI address = asker.address();
        try (InputStream body = response.body()) {
            part.position(accept(response, part));
            OptionalLong length = response.headers().firstValueAsLong("Content-Length");
            long total = length.isPresent() ? part.position() + length.getAsLong() : 0;
            String name = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
            try (Progress.Task task = progress.start("Downloading " + name, total);
                    StallGuard guard = new StallGuard(body, patience)) {
                task.step(part.position());
                copy(body, part, task, guard);
            }
            if (total > 0 && part.size() != total) {
                throw new IOException("ended at " + part.size() + " of " + total + " bytes");
            }
        }
    }

    /** Follows references to other places, as long as they do not leave the encrypted web. */
    private HttpResponse<InputStream> ask(Asker asker, long have) throws IOException {
        URI at = asker.address();
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            HttpResponse<InputStream> response = asker.ask(at, have, patience);
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != REDIRECTION || location.isEmpty()) {
                return response;
            }
            response.body().close();
            URI next = at.resolve(location.get());
            if (at.getScheme().equals("https") && !"https".equals(next.getScheme())) {
                throw new RefusedException(response.statusCode());
            }
            at = next;
        }
        throw new IOException("the server refers from place to place without end");
    }

    /** Whom to ask, and with what right. */
    private record Asker(HttpClient client, URI address, String authorization) {
        HttpResponse<InputStream> ask(URI at, long have, Duration patience) throws IOException {
            HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(patience);
            if (have > 0) {
                request.header("Range", "bytes=" + have + "-");
            }
            if (authorization != null && at.getAuthority().equals(address.getAuthority())) {
                request.header("Authorization", authorization);
            }
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    /** Where the body belongs in the file, which is emptied if the server begins anew. */
    private static long accept(HttpResponse<InputStream> response, FileChannel part) throws IOException {
        int status = response.statusCode();
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (status == PARTIAL && range.startsWith("bytes " + part.size() + "-")) {
            return part.size();
        }
        if (status == PARTIAL || status == RANGE_NOT_SATISFIABLE) {
            part.truncate(0);
            throw new IOException("the server does not resume there");
        }
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            throw new IOException("the server answered " + status);
        }
        if (status != OK) {
            throw new RefusedException(status);
        }
        part.truncate(0);
        return 0;
    }

    private static void copy(InputStream body, FileChannel part, Progress.Task task, StallGuard guard)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            guard.heard();
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                part.write(bytes);
            }
            task.step(read);
        }
        guard.check();
    }

    private void rest() throws IOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }
}
