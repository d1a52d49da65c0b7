package io.github.tumorbench.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that was measured, in the order of measuring, and what a reader must know of it. */
final class Findings {
    /**
     * A sentence about a group.
     *
     * @param group key of the group it is about; empty for all
     */
    record Remark(String group, String sentence) {}

    private final List<Series> series = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    void add(Series one) {
        series.add(one);
    }

    /** Each sentence is kept once. */
    void remark(String group, String sentence) {
        Remark remark = new Remark(group, sentence);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    List<Series> series() {
        return List.copyOf(series);
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** The best of the others that did the same at the same precision. */
    Optional<Series> bestPeer(Series ours) {
        return series.stream()
                .filter(other -> !other.isOurs() && other.comparableWith(ours))
                .max(Comparator.comparingDouble(other -> other.unit().advantage(other.median(), 1)));
    }

    /** How many times better ours is than the best peer; empty for a peer's series and where there is no peer. */
    Optional<Double> advantage(Series one) {
        if (!one.isOurs()) {
            return Optional.empty();
        }
        return bestPeer(one).map(peer -> one.unit().advantage(one.median(), peer.median()));
    }

    /** How many times better a contender's bf16 is than its own fp32. */
    Optional<Double> gainOverFp32(Series one) {
        if (!one.precision().equals("bf16")) {
            return Optional.empty();
        }
        return find(one.group(), one.subject(), "fp32", one.contender())
                .map(fp32 -> one.unit().advantage(one.median(), fp32.median()));
    }

    Optional<Series> find(String group, String subject, String precision, String contender) {
        return series.stream()
                .filter(one -> one.group().equals(group)
                        && one.subject().equals(subject)
                        && one.precision().equals(precision)
                        && one.contender().equals(contender))
                .findFirst();
    }
}
