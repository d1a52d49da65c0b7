package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.AugmentedImages;
import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.TensorFlowRuntime;
import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.study.Schedule;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The looks a model takes at each image: the image as it is, and changed copies drawn as in training. Not thread-safe. */
public final class Views implements AutoCloseable {
    private final ImageStore store;
    private final int changed;
    private final Augmenter augmenter;
    private final AugmentedImages changer;

    /** @param seed of the changes */
    public Views(TensorFlowRuntime runtime, ImageStore store, Schedule.Augmentation views, long seed) {
        this.store = store;
        this.changed = views.views();
        this.augmenter = new Augmenter(views.preset(), seed, store.size());
        this.changer = changed == 0 ? null : new AugmentedImages(runtime, views.preset(), store.size());
    }

    /** Pixels of each look, the plain one first: samples · size · size · 3 bytes, RGB. */
    List<ByteBuffer> of(List<Sample> samples) {
        List<ByteBuffer> looks = new ArrayList<>(1 + changed);
        ByteBuffer plain = ImageData.pixels(store, samples);
        looks.add(plain);
        int[] images = samples.stream().mapToInt(Sample::index).toArray();
        for (int view = 1; view <= changed; view++) {
            looks.add(changer.images(
                    new Batch(samples.size(), plain, null, null, null, augmenter.changes(images, view))));
        }
        return looks;
    }

    @Override
    public void close() {
        if (changer != null) {
            changer.close();
        }
    }
}
