package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.DatasetSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes a dataset of a source: reads, groups copies and families, divides, writes the manifest. */
final class DatasetLoader {
    private final ImageSource source;
    private final Study study;
    private final StageCache cache;
    private final Annotations annotations;

    /** @param cache null to look at every image anew */
    DatasetLoader(ImageSource source, StudyFile file, StageCache cache) {
        this.cache = cache;
        this.source = source;
        this.study = file.study();
        this.annotations = Annotations.of(file);
    }

    Dataset load(Progress progress) {
        annotations.refuseUnknown(
                source.entries().stream().map(ImageEntry::file).toList());
        annotations.complete(source);
        KnownLooks known = new KnownLooks(source, cache, progress);
        KnownLooks.Seen seen = known.see();
        List<ReadImage> images = seen.looks().stream().map(Look::image).toList();
        refuseUnreadable(images);
        Copies copies = Copies.of(seen.looks(), seen.pairs());
        Families families = Families.of(images, copies, annotations);
        Map<Protocol, Division> divisions = divide(images, new Divider(images, copies, families, study));
        Division official = divisions.get(Protocol.OFFICIAL);
        Audit audit = known.audit(seen, auditInputs(official), () -> new Auditor(
                        new AuditMaterial(seen.looks(), copies, families, official.splits(), annotations), study.seed())
                .audit(
                        source.name(),
                        Edition.of(source.entries(), study.dataset().source(), images)));
        return new Dataset(
                source,
                images.stream().filter(ReadImage::readable).toList(),
                divisions,
                manifest(images, copies, official),
                audit);
    }

    /** Beside the images: how they are divided, what is known of them, what the probes draw from. */
    private String auditInputs(Division official) {
        return String.join(
                "\n",
                "source " + source.name() + ", " + study.dataset().source(),
                "seed " + study.seed(),
                "split " + official.digest(),
                "annotations " + annotations.digest());
    }

    private void refuseUnreadable(List<ReadImage> images) {
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

    private Map<Protocol, Division> divide(List<ReadImage> images, Divider divider) {
        Map<Protocol, Division> divisions = new LinkedHashMap<>();
        List<Protocol> protocols = new ArrayList<>(List.of(Protocol.OFFICIAL));
        protocols.addAll(study.protocols());
        for (Protocol protocol : protocols) {
            divisions.computeIfAbsent(
                    protocol, wanted -> Division.of(images, source.classes(), divider.divide(wanted)));
        }
        List<String> problems = new ArrayList<>();
        divisions.forEach((protocol, division) -> problems.addAll(emptyParts(protocol, division)));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return divisions;
    }

    private List<String> emptyParts(Protocol protocol, Division division) {
        List<String> problems = new ArrayList<>();
        for (int label = 0; label < source.classes().size(); label++) {
            for (Split split : Split.values()) {
                int wanted = label;
                if (division.samples().stream()
                        .noneMatch(sample -> sample.split() == split && sample.label() == wanted)) {
                    problems.add(
                            "%s: expected enough different readable images of %s to divide them%s, found none left for %s"
                                    .formatted(
                                            source.name(), source.classes().get(label), under(protocol), split.id()));
                }
            }
        }
        return problems;
    }

    private static String under(Protocol protocol) {
        return protocol.equals(Protocol.OFFICIAL) ? "" : " under " + protocol.id();
    }

    private List<ManifestRow> manifest(List<ReadImage> images, Copies copies, Division official) {
        return IntStream.range(0, images.size())
                .mapToObj(i -> row(i, images.get(i), copies, official.splits().get(i)))
                .toList();
    }

    private ManifestRow row(int i, ReadImage image, Copies copies, Split split) {
        Annotation known = annotations.of(image.entry().file());
        TreeSet<String> flags = new TreeSet<>();
        flags.add(!image.readable() ? "unreadable" : image.channels() == 1 ? "grey" : "rgb");
        if (copies.isRepeat(i)) {
            flags.add("duplicate");
        }
        if (copies.hasNear(i)) {
            flags.add("near-duplicate");
        }
        if (known.disagrees(image.entry().label())) {
            flags.add("source-" + known.sourceLabel());
        }
        return new ManifestRow(
                image.entry().file(),
                image.sha256(),
                image.width(),
                image.height(),
                image.entry().label(),
                Division.name(split),
                known.patient(),
                copies.groupOf(i),
                List.copyOf(flags));
    }
}
