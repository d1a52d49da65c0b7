package io.github.tumorbench.record;

import java.util.List;

/**
 * {@code execution.json}: all that may differ between two equal runs.
 *
 * @param started ISO 8601 instant, UTC
 * @param finished ISO 8601 instant, UTC
 * @param hosts the machines, several where parts of the record were computed apart; before schema 2 one, as {@code host}
 * @param peakResidentBytes of the process, 0 where the system does not tell
 */
public record Execution(
        int schemaVersion,
        String started,
        String finished,
        List<Host> hosts,
        long peakResidentBytes,
        List<Stage> stages,
        List<Latency> latencies) {
    public Execution {
        hosts = List.copyOf(hosts);
        stages = List.copyOf(stages);
        latencies = List.copyOf(latencies);
    }

    /** On one machine. */
    public Execution(
            int schemaVersion,
            String started,
            String finished,
            Host host,
            long peakResidentBytes,
            List<Stage> stages,
            List<Latency> latencies) {
        this(schemaVersion, started, finished, List.of(host), peakResidentBytes, stages, latencies);
    }

    /** A machine. */
    public record Host(String os, String arch, String cpu, int processors, long memoryBytes, String jvm) {}

    /**
     * One step of the lab.
     *
     * @param experiment id, or null for a step shared by all
     * @param cached whether the result was taken from the cache
     */
    public record Stage(String name, String experiment, double seconds, boolean cached) {}

    /**
     * Time of one prediction.
     *
     * @param batch images per call
     * @param medianMilliseconds per call
     */
    public record Latency(String experiment, int batch, double medianMilliseconds, double imagesPerSecond) {}
}
