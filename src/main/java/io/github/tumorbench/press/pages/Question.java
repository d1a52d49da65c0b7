package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.Protocol;
import java.util.List;
import java.util.function.Function;

/** What a study asked, in words. */
final class Question {
    private Question() {}

    static String of(Report report) {
        List<String> backbones = distinct(report, ExperimentAnalysis::backbone);
        String classes = words(report.record().run().classes(), "and");
        if (backbones.isEmpty()) {
            return "How well can " + classes + " be told apart in a single image?";
        }
        String asked = backbones.size() == 1
                ? "How well does " + backbones.get(0) + " tell " + classes + " apart in a single image?"
                : "Which of " + words(backbones, "and") + " best tells " + classes + " apart in a single image?";
        return asked + " " + means(report);
    }

    private static String means(Report report) {
        List<String> protocols = distinct(report, ExperimentAnalysis::protocol);
        if (protocols.size() > 1) {
            return "Each is tested on " + tested(protocols) + ".";
        }
        List<String> schedules = distinct(report, ExperimentAnalysis::schedule);
        String schedule = (schedules.size() == 1 ? "the schedule " : "the schedules ") + words(schedules, "and");
        return "Trained by " + schedule + " on " + Format.counted(images(report, "training"), "image", "images")
                + ", with "
                + Format.count(images(report, "validation")) + " to steer by, and tested on "
                + Format.count(images(report, "testing")) + " others.";
    }

    /** The test images of these protocols. */
    static String tested(List<String> protocols) {
        return words(protocols.stream().map(Question::images).distinct().toList(), "and");
    }

    /** The test images of a protocol, in words a reader needs no glossary for. */
    private static String images(String protocol) {
        if (protocol.equals(Protocol.OFFICIAL.id())) {
            return "the published test images";
        }
        return protocol.startsWith(Protocol.OFFICIAL.id())
                ? "those without a copy among the images learned from"
                : "patients it has not seen";
    }

    private static long images(Report report, String split) {
        return report.record().manifest().stream()
                .map(ManifestRow::split)
                .filter(split::equals)
                .count();
    }

    /** Of the networks; an ensemble asks nothing of its own. */
    private static List<String> distinct(Report report, Function<ExperimentAnalysis, String> property) {
        return report.analysis().experiments().stream()
                .filter(one -> !one.ensemble())
                .map(property)
                .distinct()
                .toList();
    }

    /** E.g. {@code a, b and c}. */
    static String words(List<String> items, String last) {
        int size = items.size();
        return size < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, size - 1)) + " " + last + " " + items.get(size - 1);
    }
}
