package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.record.Audit.Finding;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What an audit looks at.
 *
 * @param splits for each image its use under the official split, null where it has none
 */
record AuditMaterial(List<Look> looks, Copies copies, Families families, List<Split> splits, Annotations annotations) {
    static final String INFO = "info";
    static final String WARNING = "warning";
    static final String SERIOUS = "serious";
    static final String UNKNOWN = "unknown";

    int count() {
        return looks.size();
    }

    String file(int image) {
        return looks.get(image).image().entry().file();
    }

    String label(int image) {
        return looks.get(image).image().entry().label();
    }

    Annotation known(int image) {
        return annotations.of(file(image));
    }

    boolean tests(int image) {
        return splits.get(image) == Split.TESTING;
    }

    /** Whether the image trains or validates. */
    boolean trains(int image) {
        return splits.get(image) == Split.TRAINING || splits.get(image) == Split.VALIDATION;
    }

    /** Numbers of the images that meet a condition, ascending. */
    List<Integer> where(IntPredicate condition) {
        return IntStream.range(0, count()).filter(condition).boxed().toList();
    }

    List<String> files(List<Integer> numbers) {
        return numbers.stream().map(this::file).sorted().toList();
    }

    /** A finding about files; one without files is only for information. */
    static Finding finding(String id, String severity, int groups, List<String> files, String sentence) {
        return new Finding(id, files.isEmpty() ? INFO : severity, files.size(), groups, files, sentence);
    }

    /** A question that the data at hand leave open. */
    static Finding open(String id, String sentence) {
        return new Finding(id, UNKNOWN, 0, 0, List.of(), sentence);
    }

    /** E.g. {@code 1 image}, {@code 7 images}. */
    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The number and a word for one and for many. */
    static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
