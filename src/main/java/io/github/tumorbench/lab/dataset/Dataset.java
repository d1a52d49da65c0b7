package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.DatasetSpec;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.StudyFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of a study, each read once: their classes, what each is used for, their digests and what is wrong with them.
 *
 * <p>Pixels are not kept; {@link ImageStore} holds them at the size a network wants. The source must stay open for as
 * long as masks or pixels are asked for.
 */
public final class Dataset {
    private final ImageSource source;
    private final List<String> classes;
    private final List<ReadImage> images;
    private final Map<Protocol, Division> divisions;
    private final Division division;
    private final List<ManifestRow> manifest;
    private final Audit audit;

    /**
     * @param images the readable ones, in the order of the samples
     * @param divisions under each protocol of the study, and under the official one
     * @param manifest one row for each image, unreadable ones included, sorted by file
     */
    Dataset(
            ImageSource source,
            List<ReadImage> images,
            Map<Protocol, Division> divisions,
            List<ManifestRow> manifest,
            Audit audit) {
        this(source, List.copyOf(images), divisions, Protocol.OFFICIAL, List.copyOf(manifest), audit);
    }

    private Dataset(
            ImageSource source,
            List<ReadImage> images,
            Map<Protocol, Division> divisions,
            Protocol protocol,
            List<ManifestRow> manifest,
            Audit audit) {
        this.source = source;
        this.classes = List.copyOf(source.classes());
        this.images = images;
        this.divisions = divisions;
        this.division = divisions.get(protocol);
        this.manifest = manifest;
        this.audit = audit;
    }

    /**
     * Reads every image once and divides the images, under each protocol of the study and under the official one, which the
     * result shows.
     *
     * <p>A share of each class's training images ({@code validation.fraction}) becomes validation, drawn from the study's
     * seed; where the source has no split, {@code dataset.testFraction} of each class is held out for testing first.
     * Images that a patient, a slice or copies connect go to the same side of every draw.
     *
     * @throws InputException where images are unreadable and the study does not skip them (one line for each), or where a
     *     class has too few images to be divided, or where the study's annotations cannot be read or name other images
     */
    public static Dataset load(ImageSource source, StudyFile file, Progress progress) {
        return load(source, file, null, progress);
    }

    /**
     * The same, remembering what images of the same bytes looked like. Generated images are looked at anew: that costs no more
     * than generating them, which their bytes need anyway.
     *
     * @param cache null for none
     */
    public static Dataset load(ImageSource source, StudyFile file, StageCache cache, Progress progress) {
        boolean generated = file.study().dataset().source() == DatasetSpec.Source.PHANTOM;
        return new DatasetLoader(source, file, generated ? null : cache).load(progress);
    }

    /**
     * The same images with what they are used for under another protocol of the study: the samples keep their numbers, and
     * manifest and audit stay those of the official split.
     */
    public Dataset under(Protocol protocol) {
        if (!divisions.containsKey(protocol)) {
            throw new IllegalArgumentException("the study has no protocol " + protocol.id());
        }
        return new Dataset(source, images, divisions, protocol, manifest, audit);
    }

    /** What the data is called. */
    public String name() {
        return source.name();
    }

    /** Class names, sorted; a label is an index into them. */
    public List<String> classes() {
        return classes;
    }

    /** Every readable image, sorted by file; those that the protocol leaves out have no split. */
    public List<Sample> samples() {
        return division.samples();
    }

    /** The images of one use, sorted by file. */
    public List<Sample> samples(Split split) {
        return division.samples().stream()
                .filter(sample -> sample.split() == split)
                .toList();
    }

    /**
     * One row for each image, unreadable ones included, sorted by file, with the official split. Flags: {@code grey} or {@code
     * rgb}; {@code duplicate} where it repeats an earlier file exactly; {@code near-duplicate} where it has a near copy; {@code
     * source-CLASS} where the image's source gives it another class than the folder; {@code unreadable}, then without size and
     * split (an empty string).
     */
    public List<ManifestRow> manifest() {
        return manifest;
    }

    /** What is wrong with the data. */
    public Audit audit() {
        return audit;
    }

    /** SHA-256 over one line for each manifest row, in order: file, digest of its bytes, label, split under the protocol. */
    public String digest() {
        return division.digest();
    }

    /** The same with nothing said of test images: equal under protocols that train and validate on the same images. */
    public String trainingDigest() {
        return division.trainingDigest();
    }

    /** Where the tumour lies in an image, at the image's own size; empty where no mask is known. */
    public Optional<TumourMask> maskOf(Sample sample) {
        return source.mask(images.get(sample.index()).entry());
    }

    /** Names all masks together, where that costs less than reading each; else empty. */
    public Optional<String> maskFingerprint() {
        return source.maskFingerprint();
    }

    /** Channels of an image: 1 grey, 3 RGB. */
    int channels(int index) {
        return images.get(index).channels();
    }

    /** Reads an image again, at its own size. */
    PixelImage pixels(int index) {
        ReadImage image = images.get(index);
        try {
            byte[] bytes = source.bytes(image.entry());
            if (Digests.sha256(bytes).equals(image.sha256())) {
                return ImageDecoder.decode(bytes);
            }
        } catch (UnreadableImageException e) {
            throw new InputException(
                    "%s: expected the image that was read before, found %s"
                            .formatted(source.place(image.entry()), e.found()),
                    e);
        }
        throw new InputException("%s: expected the image that was read before, found other bytes"
                .formatted(source.place(image.entry())));
    }
}
