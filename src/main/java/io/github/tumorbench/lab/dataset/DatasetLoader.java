package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.DatasetSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Makes a dataset of a source: reads, groups copies, divides, writes the manifest. */
final class DatasetLoader {
    private final ImageSource source;
    private final Study study;
    private final Map<String, String> patients;
    private List<ReadImage> images;
    private Copies copies;
    private Split[] splits;

    DatasetLoader(ImageSource source, StudyFile file) {
        this.source = source;
        this.study = file.study();
        this.patients = Annotations.patients(file);
    }

    Dataset load(Progress progress) {
        images = read(progress);
        refuseUnreadable();
        copies = new Copies(images);
        divide();
        refuseEmptyParts();
        List<ManifestRow> manifest =
                IntStream.range(0, images.size()).mapToObj(this::row).toList();
        Auditor auditor = new Auditor(images, copies, Arrays.asList(splits), patients);
        return new Dataset(
                source,
                images.stream().filter(ReadImage::readable).toList(),
                samples(),
                manifest,
                auditor.audit(source.name(), edition()),
                digest(manifest));
    }

    private List<ReadImage> read(Progress progress) {
        List<ImageEntry> entries = source.entries();
        ReadImage[] read = new ReadImage[entries.size()];
        try (Progress.Task task = progress.start("Reading images", read.length)) {
            Workers.forEach(read.length, task, i -> read[i] = ReadImage.of(source, entries.get(i)));
        }
        return List.of(read);
    }

    private void refuseUnreadable() {
        if (study.dataset().onUnreadable() == DatasetSpec.OnUnreadable.SKIP) {
            return;
        }
        List<String> problems = images.stream()
                .filter(image -> !image.readable())
                .map(image -> "%s: expected a whole JPEG or PNG image of 8 bits per channel, found %s"
                        .formatted(source.place(image.entry()), image.unreadable()))
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void divide() {
        splits = images.stream()
                .map(image -> image.readable() ? image.entry().split() : null)
                .toArray(Split[]::new);
        HoldOut holdOut = new HoldOut(images, copies, study.seed());
        if (source.entries().stream().allMatch(entry -> entry.split() == null)) {
            List<Integer> all = numbers(i -> images.get(i).readable());
            Set<Integer> testing = holdOut.choose(all, study.dataset().testFraction(), "testing");
            all.forEach(i -> splits[i] = testing.contains(i) ? Split.TESTING : Split.TRAINING);
        }
        List<Integer> training = numbers(i -> splits[i] == Split.TRAINING);
        holdOut.choose(training, study.validation().fraction(), "validation")
                .forEach(i -> splits[i] = Split.VALIDATION);
    }

    private void refuseEmptyParts() {
        List<String> problems = new ArrayList<>();
        for (String label : source.classes()) {
            for (Split split : Split.values()) {
                if (numbers(i -> splits[i] == split
                                && images.get(i).entry().label().equals(label))
                        .isEmpty()) {
                    problems.add(
                            "%s: expected enough different readable images of %s to divide them, found none left for %s"
                                    .formatted(source.name(), label, split.id()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private List<Integer> numbers(IntPredicate condition) {
        return IntStream.range(0, images.size()).filter(condition).boxed().toList();
    }

    private ManifestRow row(int i) {
        ReadImage image = images.get(i);
        List<String> flags = new ArrayList<>();
        if (copies.isRepeat(i)) {
            flags.add("duplicate");
        }
        if (image.readable()) {
            flags.add(image.channels() == 1 ? "grey" : "rgb");
        } else {
            flags.add("unreadable");
        }
        return new ManifestRow(
                image.entry().file(),
                image.sha256(),
                image.width(),
                image.height(),
                image.entry().label(),
                splits[i] == null ? "" : splits[i].id(),
                patients.get(image.entry().file()),
                copies.groupOf(i),
                flags);
    }

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < splits.length; i++) {
            if (splits[i] != null) {
                ImageEntry entry = images.get(i).entry();
                int label = source.classes().indexOf(entry.label());
                samples.add(new Sample(samples.size(), entry.file(), label, splits[i]));
            }
        }
        return samples;
    }

    private String edition() {
        return study.dataset().source() == DatasetSpec.Source.PHANTOM ? Edition.PHANTOM : Edition.of(source.entries());
    }

    private static String digest(List<ManifestRow> manifest) {
        StringBuilder text = new StringBuilder();
        for (ManifestRow row : manifest) {
            text.append(String.join("\t", row.file(), row.sha256(), row.label(), row.split()))
                    .append('\n');
        }
        return Digests.of(text.toString());
    }
}
