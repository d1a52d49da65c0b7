package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.Digests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts whole units of images into bins so that each bin gets its share of every class.
 *
 * <p>Large units go first (by powers of two), within a size in the order of the SHA-256 of (purpose, seed, first file), so the
 * outcome depends neither on the platform nor on chance. Each goes where it brings the classes' counts closest to the
 * shares: to the bin in which Σ (missing² / share) over the unit's classes falls most. A bin left without a class then gets
 * the smallest unit of it from the bin that has most, if that one keeps another.
 */
final class GroupedDraw {
    private final List<ReadImage> images;
    private final long seed;

    GroupedDraw(List<ReadImage> images, long seed) {
        this.images = images;
        this.seed = seed;
    }

    /**
     * Draws.
     *
     * @param units disjoint lists of images' numbers, none empty
     * @param shares of each bin, in (0, 1), with sum 1
     * @param purpose name of the draw, e.g. {@code validation}
     * @return for each bin its units
     */
    List<List<List<Integer>>> draw(List<List<Integer>> units, double[] shares, String purpose) {
        Map<List<Integer>, String> keys = new HashMap<>();
        units.forEach(unit -> keys.put(unit, key(purpose, unit)));
        List<List<Integer>> ordered = new ArrayList<>(units);
        ordered.sort(Comparator.<List<Integer>>comparingInt(unit -> Integer.numberOfLeadingZeros(unit.size()))
                .thenComparing(keys::get));
        Bins bins = new Bins(units, shares);
        ordered.forEach(bins::place);
        bins.fillGaps();
        return bins.contents;
    }

    private String key(String purpose, List<Integer> unit) {
        return Digests.sha256(
                purpose + "\n" + seed + "\n" + images.get(unit.get(0)).entry().file());
    }

    private Map<String, Integer> counts(List<Integer> unit) {
        Map<String, Integer> counts = new TreeMap<>();
        unit.forEach(image -> counts.merge(images.get(image).entry().label(), 1, Integer::sum));
        return counts;
    }

    private final class Bins {
        private final double[] shares;
        private final List<List<List<Integer>>> contents = new ArrayList<>();
        private final List<Map<String, Double>> missing = new ArrayList<>();

        Bins(List<List<Integer>> units, double[] shares) {
            this.shares = shares;
            Map<String, Integer> totals = new TreeMap<>();
            units.forEach(unit -> counts(unit).forEach((label, count) -> totals.merge(label, count, Integer::sum)));
            for (double share : shares) {
                contents.add(new ArrayList<>());
                Map<String, Double> wanted = new TreeMap<>();
                totals.forEach((label, total) -> wanted.put(label, share * total));
                missing.add(wanted);
            }
        }

        void place(List<Integer> unit) {
            Map<String, Integer> counts = counts(unit);
            int best = 0;
            for (int bin = 1; bin < shares.length; bin++) {
                if (gain(bin, counts) > gain(best, counts) + 1e-9) {
                    best = bin;
                }
            }
            contents.get(best).add(unit);
            Map<String, Double> left = missing.get(best);
            counts.forEach((label, count) -> left.merge(label, (double) -count, Double::sum));
        }

        private double gain(int bin, Map<String, Integer> counts) {
            double gain = 0;
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                double before = missing.get(bin).get(count.getKey());
                double after = before - count.getValue();
                gain += (before * before - after * after) / shares[bin];
            }
            return gain;
        }

        void fillGaps() {
            for (String label : missing.get(0).keySet()) {
                for (List<List<Integer>> bin : contents) {
                    if (of(label, bin).isEmpty()) {
                        fill(label, bin);
                    }
                }
            }
        }

        private void fill(String label, List<List<Integer>> bin) {
            List<List<Integer>> donor = contents.stream()
                    .max(Comparator.comparingInt(other -> of(label, other).size()))
                    .orElseThrow();
            List<List<Integer>> offered = of(label, donor);
            if (offered.size() > 1) {
                List<Integer> unit = offered.stream()
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow();
                donor.remove(unit);
                bin.add(unit);
            }
        }

        private List<List<Integer>> of(String label, List<List<Integer>> bin) {
            return bin.stream().filter(unit -> counts(unit).containsKey(label)).toList();
        }
    }
}
