package io.github.tumorbench.lab.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream that has been silent for too long: java.net.http waits for ever once the headers have come. */
final class StallGuard implements AutoCloseable {
    private final InputStream stream;
    private final Duration patience;
    private final ScheduledExecutorService clock;
    private volatile boolean heard = true;
    private volatile boolean stalled;

    StallGuard(InputStream stream, Duration patience) {
        this.stream = stream;
        this.patience = patience;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "download-guard");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::look, patience.toMillis(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something arrived. */
    void heard() {
        heard = true;
    }

    /** Tells an end that was a stall. */
    void check() throws IOException {
        if (stalled) {
            throw new HttpTimeoutException("nothing arrived for " + patience.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void look() {
        if (heard) {
            heard = false;
            return;
        }
        stalled = true;
        try {
            stream.close();
        } catch (IOException e) {
            // It was to be closed; the reader meets its end.
        }
    }
}
