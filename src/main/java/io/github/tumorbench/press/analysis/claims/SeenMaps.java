package io.github.tumorbench.press.analysis.claims;

import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.ImageMeans;
import io.github.tumorbench.press.analysis.statistics.ImageMeans.Column;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Explanations.Attention;
import io.github.tumorbench.record.ManifestRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Grad-CAM maps of images with a tumour mask under the networks of the reproduced study.
 *
 * @param whole whether they are of all test images, not of those explained
 * @param patients patient of each file, where known
 */
record SeenMaps(List<Seen> seen, boolean whole, Map<String, String> patients, Bootstrap bootstrap) {
    /** One map; a map that is zero everywhere is a miss. */
    record Seen(String file, String label, String predicted, boolean hit, double maskArea, Boolean centreHit) {}

    static SeenMaps of(ClaimRoles roles) {
        List<Seen> all = new ArrayList<>();
        roles.frozen()
                .forEach(one ->
                        all.addAll(measured(roles.facts(one).explanations().attention())));
        boolean whole = !all.isEmpty();
        if (!whole) {
            roles.frozen().forEach(one -> all.addAll(explained(roles.facts(one).gradcam())));
        }
        Map<String, String> patients = new HashMap<>();
        roles.record().manifest().stream()
                .filter(row -> row.patient() != null)
                .forEach((ManifestRow row) -> patients.put(row.file(), row.patient()));
        return new SeenMaps(all, whole, patients, roles.study().bootstrap());
    }

    private static List<Seen> measured(List<Attention> rows) {
        Map<String, Boolean> centre = new HashMap<>();
        rows.stream()
                .filter(row -> MapMethod.of(row) == MapMethod.CENTRE)
                .forEach(row -> centre.put(row.file(), row.pointingHit()));
        return rows.stream()
                .filter(row -> row.maskArea() != null && MapMethod.of(row) == MapMethod.GRADCAM)
                .map(row -> new Seen(
                        row.file(),
                        row.label(),
                        row.predicted(),
                        row.pointingHit() && !row.zero(),
                        row.maskArea(),
                        centre.get(row.file())))
                .toList();
    }

    private static List<Seen> explained(List<CamRow> rows) {
        return rows.stream()
                .filter(row -> row.pointingHit() != null)
                .map(row -> new Seen(
                        row.file(),
                        row.label(),
                        row.predicted(),
                        row.pointingHit() && !row.zero(),
                        row.maskArea(),
                        row.centreHit()))
                .toList();
    }

    SeenMaps only(Predicate<Seen> wanted) {
        return new SeenMaps(seen.stream().filter(wanted).toList(), whole, patients, bootstrap);
    }

    boolean empty() {
        return seen.isEmpty();
    }

    /** How many, in words. */
    String counted() {
        long images = seen.stream().map(Seen::file).distinct().count();
        return whole
                ? "%s maps of %s".formatted(seen.size(), Numbers.images((int) images))
                : Numbers.images(seen.size());
    }

    /** Share of maps whose highest point lies in the tumour; null where there is none. */
    Estimate hits() {
        if (empty()) {
            return null;
        }
        int hits = (int) seen.stream().filter(Seen::hit).count();
        return whole ? clustered() : Intervals.wilson(hits, seen.size());
    }

    /** Over patients, as networks see the same images; an image of an unknown patient by itself. */
    private Estimate clustered() {
        List<String> units = seen.stream()
                .map(one -> patients.getOrDefault(one.file(), "image " + one.file()))
                .toList();
        double[] hits = seen.stream().mapToDouble(one -> one.hit() ? 1 : 0).toArray();
        return ImageMeans.of(
                        ResamplingPlan.ofPatients(new int[hits.length], units),
                        List.of(new Column(hits, true)),
                        bootstrap)
                .get(0);
    }

    Double chance() {
        return empty()
                ? null
                : seen.stream().mapToDouble(Seen::maskArea).average().orElseThrow();
    }

    Double centre() {
        long hits = seen.stream()
                .filter(one -> Boolean.TRUE.equals(one.centreHit()))
                .count();
        return empty() ? null : (double) hits / seen.size();
    }

    /** How the interval was taken, and of which images. */
    String method() {
        return whole ? "bootstrap interval over patients" : "Wilson interval; images were chosen by confidence";
    }
}
