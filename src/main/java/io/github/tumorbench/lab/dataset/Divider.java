package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What each image is used for under a protocol. Validation is always cut from training by whole families. */
final class Divider {
    private final List<ReadImage> images;
    private final Copies copies;
    private final Families families;
    private final Study study;
    private final GroupedDraw draw;

    Divider(List<ReadImage> images, Copies copies, Families families, Study study) {
        this.images = images;
        this.copies = copies;
        this.families = families;
        this.study = study;
        this.draw = new GroupedDraw(images, study.seed());
    }

    /** For each image its use; null where it has none: unreadable, or left out by the protocol. */
    List<Split> divide(Protocol protocol) {
        Split[] splits =
                switch (protocol.name()) {
                    case OFFICIAL -> official();
                    case OFFICIAL_DEDUPLICATED -> deduplicated();
                    case PATIENT_DISJOINT -> disjoint(protocol);
                };
        check(splits, protocol);
        return Arrays.asList(splits);
    }

    private Split[] official() {
        Split[] splits = images.stream()
                .map(image -> image.readable() ? image.entry().split() : null)
                .toArray(Split[]::new);
        if (images.stream().allMatch(image -> image.entry().split() == null)) {
            holdOut(splits, "testing");
        }
        validate(splits, "validation");
        return splits;
    }

    private Split[] deduplicated() {
        Split[] splits = official();
        IntStream.range(0, splits.length)
                .filter(i -> splits[i] == Split.TESTING && isTrained(i, splits))
                .boxed()
                .toList()
                .forEach(i -> splits[i] = null);
        return splits;
    }

    private Split[] disjoint(Protocol protocol) {
        Split[] splits = new Split[images.size()];
        if (protocol.fold() == 0) {
            holdOut(splits, "patient-disjoint testing");
            validate(splits, "patient-disjoint validation");
            return splits;
        }
        double[] shares = new double[protocol.folds()];
        Arrays.fill(shares, 1.0 / shares.length);
        List<List<List<Integer>>> folds = draw.draw(families.members(), shares, shares.length + " folds");
        for (int fold = 0; fold < shares.length; fold++) {
            set(splits, folds.get(fold), fold == protocol.fold() - 1 ? Split.TESTING : Split.TRAINING);
        }
        validate(splits, protocol.id() + " of " + shares.length + " validation");
        return splits;
    }

    /** Whole families for testing, the rest for training. */
    private void holdOut(Split[] splits, String purpose) {
        double fraction = study.dataset().testFraction();
        List<List<List<Integer>>> parts = draw.draw(families.members(), new double[] {fraction, 1 - fraction}, purpose);
        set(splits, parts.get(0), Split.TESTING);
        set(splits, parts.get(1), Split.TRAINING);
    }

    private void validate(Split[] splits, String purpose) {
        double fraction = study.validation().fraction();
        List<List<Integer>> units = parts(splits, Split.TRAINING);
        set(
                splits,
                draw.draw(units, new double[] {fraction, 1 - fraction}, purpose).get(0),
                Split.VALIDATION);
    }

    /** Families as far as they have this use. */
    private List<List<Integer>> parts(Split[] splits, Split split) {
        Map<Integer, List<Integer>> units = new LinkedHashMap<>();
        for (int i = 0; i < splits.length; i++) {
            if (splits[i] == split) {
                units.computeIfAbsent(families.familyOf(i), family -> new ArrayList<>())
                        .add(i);
            }
        }
        return List.copyOf(units.values());
    }

    private static void set(Split[] splits, List<List<Integer>> units, Split split) {
        units.forEach(unit -> unit.forEach(image -> splits[image] = split));
    }

    /** Whether training or validation holds an exact or near copy of the image. */
    private boolean isTrained(int image, Split[] splits) {
        return IntStream.concat(
                        copies.exactCopies(image).stream().mapToInt(i -> i),
                        copies.nearCopies(image).stream().mapToInt(i -> i))
                .anyMatch(other -> splits[other] == Split.TRAINING || splits[other] == Split.VALIDATION);
    }

    /** What a protocol promises holds, whatever was drawn. */
    private void check(Split[] splits, Protocol protocol) {
        Map<Integer, Split> sides = new LinkedHashMap<>();
        for (int i = 0; i < splits.length; i++) {
            boolean free = protocol.name() != Protocol.Name.PATIENT_DISJOINT && splits[i] == Split.TESTING;
            if (splits[i] == null || free) {
                continue;
            }
            Split side = sides.putIfAbsent(families.familyOf(i), splits[i]);
            if (side != null && side != splits[i]) {
                throw new IllegalStateException("%s: %s is for %s and others of its family for %s"
                        .formatted(protocol.id(), images.get(i).entry().file(), splits[i].id(), side.id()));
            }
        }
    }
}
