package io.github.tumorbench.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rounds in turn: each contender is warm, each round asks one after the other, and only the asked one computes. The first of a
 * round is another one each time, so that slow drifts of the machine hit all alike.
 */
final class Interleaving {
    private static final long SETTLE_MILLISECONDS = 500;

    private final Settings settings;
    private final Findings findings;

    Interleaving(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    /**
     * What the contenders measured.
     *
     * @param values contender to quantity to the rounds' values; contenders that could not run are missing
     * @param ready contender to what it computed on the common input
     */
    record Measured(Map<String, Map<String, List<Double>>> values, Map<String, String> ready) {
        /** Empty where the contender could not run. */
        List<Double> of(String contender, String quantity) {
            return values.getOrDefault(contender, Map.of()).getOrDefault(quantity, List.of());
        }
    }

    /** @param what for the console and the names of logs, e.g. {@code inference MobileNetV2 fp32} */
    Measured run(String group, String what, List<Contender> contenders) throws IOException, InterruptedException {
        Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
        Map<String, String> ready = new HashMap<>();
        List<RunningContender> running = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                start(group, what, contender, running, ready);
            }
            for (int round = 0; round < settings.rounds(); round++) {
                for (int i = 0; i < running.size(); i++) {
                    ask(what, running.get((i + round) % running.size()), values);
                }
            }
        } finally {
            for (RunningContender one : running) {
                one.close();
            }
        }
        return new Measured(values, ready);
    }

    private void start(
            String group, String what, Contender contender, List<RunningContender> running, Map<String, String> ready)
            throws IOException, InterruptedException {
        String name = (what + " " + contender.name()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        RunningContender started = new RunningContender(
                contender, settings.output().resolve("logs").resolve(name + ".log"));
        try {
            ready.put(contender.name(), started.ready());
            running.add(started);
        } catch (RunningContender.EndedException e) {
            started.close();
            if (contender.name().equals(Series.OURS)) {
                throw e;
            }
            findings.remark(group, "%s: not measured, %s.".formatted(what, e.getMessage()));
        }
    }

    private static void ask(String what, RunningContender one, Map<String, Map<String, List<Double>>> values)
            throws IOException, InterruptedException {
        // Thread pools spin for a moment after their last work.
        Thread.sleep(SETTLE_MILLISECONDS);
        Map<String, Double> measured = one.round();
        String name = one.contender().name();
        System.out.printf(Locale.ROOT, "bench: %s, %s: %s%n", what, name, measured);
        measured.forEach((quantity, value) -> values.computeIfAbsent(name, n -> new LinkedHashMap<>())
                .computeIfAbsent(quantity, q -> new ArrayList<>())
                .add(value));
    }
}
