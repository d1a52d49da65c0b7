package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.backbone.WeightsLocator;
import io.github.tumorbench.lab.cache.RowFile;
import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.Dataset;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.lab.engine.TensorFlowRuntime;
import io.github.tumorbench.lab.explain.Subject;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all stages of a run share: the data, the seeds, the runtime, the cache. Closing it closes the image stores. */
final class Bench implements AutoCloseable {
    private static final String IMAGES_VERSION = "images 1";
    private static final String OUTLINES_VERSION = "outlines 1";

    private final Study study;
    private final Dataset dataset;
    private final TensorFlowRuntime runtime;
    private final WeightsLocator locator;
    private final StageLog log;
    private final Progress progress;
    private final Seeds seeds;
    private final String imagesKey;
    private final Map<Integer, ImageStore> stores;
    private final Map<Integer, Subject> subjects = new TreeMap<>();
    private final List<RowFile> tables;

    Bench(
            Study study,
            Dataset dataset,
            TensorFlowRuntime runtime,
            WeightsLocator locator,
            StageLog log,
            Progress progress) {
        this.study = study;
        this.dataset = dataset;
        this.runtime = runtime;
        this.locator = locator;
        this.log = log;
        this.progress = progress;
        this.seeds = new Seeds(study.seed());
        StringBuilder images = new StringBuilder();
        dataset.manifest().forEach(row -> images.append(row.file())
                .append(' ')
                .append(row.sha256())
                .append('\n'));
        this.imagesKey = Digests.sha256(images.toString().getBytes(StandardCharsets.UTF_8));
        this.stores = new TreeMap<>();
        this.tables = new ArrayList<>();
    }

    private Bench(Bench other, Dataset dataset) {
        this.study = other.study;
        this.dataset = dataset;
        this.runtime = other.runtime;
        this.locator = other.locator;
        this.log = other.log;
        this.progress = other.progress;
        this.seeds = other.seeds;
        this.imagesKey = other.imagesKey;
        this.stores = other.stores;
        this.tables = other.tables;
    }

    /** The same bench with the images divided by a protocol; its stores are this one's, which closes them. */
    Bench under(Protocol protocol) {
        return new Bench(this, dataset.under(protocol));
    }

    Study study() {
        return study;
    }

    Dataset dataset() {
        return dataset;
    }

    TensorFlowRuntime runtime() {
        return runtime;
    }

    WeightsLocator locator() {
        return locator;
    }

    StageLog log() {
        return log;
    }

    Progress progress() {
        return progress;
    }

    Seeds seeds() {
        return seeds;
    }

    /** What computed numbers depend on beside their inputs. */
    String environmentKey() {
        return "TensorFlow " + runtime.circumstances();
    }

    /** Names the images' bytes, whatever they are used for, at one size. */
    String imagesKey(int size) {
        return IMAGES_VERSION + " " + imagesKey + " size " + size;
    }

    /** The decoded images at one size. */
    ImageStore store(int size) {
        return stores.computeIfAbsent(size, wanted -> {
            StageCache.Entry entry = log.run("images", null, imagesKey(wanted), folder -> ImageStore.build(
                            dataset, wanted, folder.resolve("images.bin"), progress)
                    .close());
            return ImageStore.open(entry.folder().resolve("images.bin"));
        });
    }

    /**
     * Names the test images and their tumours' outlines at one size. Of an archive of masks that was read before it is remembered
     * by the archive's own digest: reading and resizing hundreds of outlines takes a second for each size.
     */
    String subjectKey(int size) {
        return dataset.maskFingerprint()
                .map(masks -> log.cache()
                        .text(
                                "outlines",
                                String.join("\n", OUTLINES_VERSION, masks, "split " + dataset.digest(), "size " + size),
                                () -> subject(size).digest()))
                .orElseGet(() -> subject(size).digest());
    }

    /** The test images with their tumours' outlines at one size. */
    Subject subject(int size) {
        return subjects.computeIfAbsent(size, wanted -> {
            List<Sample> test = dataset.samples(Split.TESTING);
            Subject subject = Subject.of(dataset, store(wanted), test);
            progress.say(
                    subject.masks().isEmpty()
                            ? "No tumour outlines are known: how well explanations sit on tumours is not measured"
                            : "The tumour outlines of %s of %s test images are known"
                                    .formatted(subject.masks().size(), test.size()));
            return subject;
        });
    }

    /** Closes the table with everything else. */
    Rows keepOpen(RowFile table) {
        tables.add(table);
        return table;
    }

    /** Path of a stage's file in its entry. */
    static Path file(StageCache.Entry entry, String name) {
        return entry.folder().resolve(name);
    }

    @Override
    public void close() {
        stores.values().forEach(ImageStore::close);
        tables.forEach(RowFile::close);
    }
}
