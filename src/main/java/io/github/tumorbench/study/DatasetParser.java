package io.github.tumorbench.study;

import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.DatasetSpec.Phantom;
import io.github.tumorbench.study.DatasetSpec.Source;
import java.util.List;

/** Reads {@code dataset}. Keys of another source are problems of their own. */
final class DatasetParser {
    private static final List<String> OF_FOLDER =
            List.of("path", "annotations", "masks", "onUnreadable", "testFraction");
    private static final List<String> OF_PHANTOM = List.of("size", "training", "testing");

    private DatasetParser() {}

    static DatasetSpec parse(Section section) {
        Source source = section.required("source", Kind.oneOf(Source.class), null);
        boolean publish =
                section.optional("publishImages", Kind.flag(), source != null && Defaults.publishImages(source));
        DatasetSpec dataset = null;
        if (source == Source.IMAGE_FOLDER) {
            refuse(section, OF_PHANTOM, Source.PHANTOM, source);
            dataset = files(Source.IMAGE_FOLDER, section, publish);
        } else if (source == Source.FIGSHARE) {
            refuse(section, OF_PHANTOM, Source.PHANTOM, source);
            refuse(section, List.of("masks"), Source.IMAGE_FOLDER, source);
            dataset = files(Source.FIGSHARE, section, publish);
        } else if (source == Source.PHANTOM) {
            refuse(section, OF_FOLDER, Source.IMAGE_FOLDER, source);
            dataset = phantom(section, publish);
        } else {
            OF_FOLDER.forEach(section::has);
            OF_PHANTOM.forEach(section::has);
        }
        section.finish();
        return dataset;
    }

    /** Of a source that lies somewhere. */
    private static DatasetSpec files(Source source, Section section, boolean publish) {
        Kind<String> path = Kind.text();
        Kind<Double> share = Kind.number("a number above 0 and below 1", value -> value > 0 && value < 1);
        return new DatasetSpec(
                source,
                section.optional("path", path, null),
                section.optional("annotations", path, null),
                source == Source.FIGSHARE ? null : section.optional("masks", path, null),
                section.optional("onUnreadable", Kind.oneOf(OnUnreadable.class), Defaults.ON_UNREADABLE),
                publish,
                section.optional("testFraction", share, Defaults.TEST_FRACTION),
                null);
    }

    private static DatasetSpec phantom(Section section, boolean publish) {
        Phantom phantom = new Phantom(
                section.required("size", Kind.integer(48, 1024), 48),
                section.required("training", Kind.integer(2, 100_000), 2),
                section.required("testing", Kind.integer(1, 100_000), 1));
        return new DatasetSpec(
                Source.PHANTOM, null, null, null, Defaults.ON_UNREADABLE, publish, Defaults.TEST_FRACTION, phantom);
    }

    private static void refuse(Section section, List<String> keys, Source theirs, Source source) {
        for (String key : keys) {
            if (section.has(key)) {
                section.problem(
                        key, "expected only with source " + Words.of(theirs) + ", found with " + Words.of(source));
            }
        }
    }
}
