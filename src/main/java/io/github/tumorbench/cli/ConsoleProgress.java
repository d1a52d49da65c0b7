package io.github.tumorbench.cli;

import io.github.tumorbench.lab.Progress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bars with the time left on a terminal; elsewhere only the lines worth keeping in a log. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int REDRAW_MILLISECONDS = 250;
    private static final long REMARK_NANOSECONDS = 10_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;

    private ConsoleProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    static ConsoleProgress of(PrintWriter err) {
        // Since Java 22 there is a console even where it is no terminal; TERM is not set there.
        return new ConsoleProgress(err, System.console() != null && System.getenv("TERM") != null);
    }

    @Override
    public void say(String line) {
        err.println(line);
    }

    @Override
    public Task start(String title, long steps) {
        return terminal ? new Bar(title, steps) : new Lines(title);
    }

    @Override
    public void close() {
        err.flush();
    }

    /** Where there is no terminal: a remark now and then, and the last one. */
    private final class Lines implements Task {
        private final String title;
        private long told = System.nanoTime();
        private String untold;

        Lines(String title) {
            this.title = title;
        }

        @Override
        public void step(long done) {}

        @Override
        public void note(String text) {
            untold = text;
            if (System.nanoTime() - told >= REMARK_NANOSECONDS) {
                tell();
            }
        }

        private void tell() {
            if (untold != null) {
                say(title + ": " + untold);
            }
            untold = null;
            told = System.nanoTime();
        }

        @Override
        public void close() {
            tell();
        }
    }

    private static final class Bar implements Task {
        private final ProgressBar bar;

        Bar(String title, long steps) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
                    .showSpeed()
                    .build();
        }

        @Override
        public void step(long done) {
            bar.stepBy(done);
        }

        @Override
        public void note(String text) {
            bar.setExtraMessage(" " + text);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
