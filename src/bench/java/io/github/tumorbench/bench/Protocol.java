package io.github.tumorbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A contender's side of the protocol of {@link Contender}. */
final class Protocol {
    private static final String IMAGES_PER_SECOND = "images_per_second";

    /** One round's answer: names and values. */
    @FunctionalInterface
    interface Round {
        String run() throws IOException;
    }

    private Protocol() {}

    /** Says ready, then does a round for each line read, until there are no more. */
    static void serve(String ready, Round round) throws IOException {
        PrintStream out = System.out;
        out.println("#bench ready " + ready);
        out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            out.println("#bench " + round.run());
            out.flush();
        }
    }

    static String answer(String name, double value) {
        return String.format(Locale.ROOT, "%s %.6f", name, value);
    }

    /**
     * A round that repeats a step until the time is over.
     *
     * @param images of one step
     */
    static Round repeating(int images, double seconds, Runnable step) {
        return () -> answer(IMAGES_PER_SECOND, images / secondsPerStep(seconds, step));
    }

    /** Mean time of a step over at least two steps and so many seconds. */
    static double secondsPerStep(double seconds, Runnable step) {
        long start = System.nanoTime();
        int steps = 0;
        double elapsed;
        do {
            step.run();
            steps++;
            elapsed = (System.nanoTime() - start) / 1e9;
        } while (steps < 2 || elapsed < seconds);
        return elapsed / steps;
    }
}
