package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.GreyPng;
import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.lab.engine.AugmentedImages;
import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.TensorFlowRuntime;
import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.record.AugmentationPictures;
import io.github.tumorbench.study.AugmentationPreset;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of what the study's presets do to an image, by the operations and the seed that training uses. The image is a phantom
 * whatever the dataset, so that it may be published.
 */
final class PresetPictures {
    private static final int SIZE = 128;
    private static final long PHANTOM_SEED = 1;
    private static final long PHANTOM = 2;
    private static final int ROUNDS = 4;

    private PresetPictures() {}

    /** The folder of the pictures of all the study's presets, which need not be there where it uses none. */
    static Path draw(Bench bench) {
        List<AugmentationPreset> presets = bench.study().presets();
        long seed = bench.seeds().of("augmentation");
        StringBuilder key = new StringBuilder("preset pictures 1, seed " + seed);
        presets.forEach(preset -> key.append('\n').append(preset).append(' ').append(preset.strength()));
        StageCache.Entry entry = bench.log()
                .run("preset-pictures", null, key.toString(), folder -> write(presets, seed, bench.runtime(), folder));
        return Bench.file(entry, AugmentationPictures.FOLDER);
    }

    /**
     * @param presets each gets its pictures
     * @param seed of the study's augmentation
     * @param record the folder of the record
     */
    static void write(List<AugmentationPreset> presets, long seed, TensorFlowRuntime runtime, Path record) {
        if (presets.isEmpty()) {
            return;
        }
        byte[] slice = new PhantomScanner(PHANTOM_SEED, SIZE)
                .scan(PhantomClass.GLIOMA, PHANTOM)
                .pixels();
        for (AugmentationPreset preset : presets) {
            AugmentationPictures.write(record, preset, 0, GreyPng.encode(SIZE, SIZE, slice));
            Augmenter augmenter = new Augmenter(preset, seed, SIZE);
            try (AugmentedImages images = new AugmentedImages(runtime, preset, SIZE)) {
                for (int round = 1; round <= Math.min(ROUNDS, preset.differentViews()); round++) {
                    ByteBuffer changed = images.images(
                            new Batch(1, rgb(slice), null, null, null, augmenter.changes(new int[] {0}, round)));
                    AugmentationPictures.write(record, preset, round, GreyPng.encode(SIZE, SIZE, first(changed)));
                }
            }
        }
    }

    private static ByteBuffer rgb(byte[] grey) {
        ByteBuffer rgb = ByteBuffer.allocate(grey.length * 3);
        for (byte value : grey) {
            rgb.put(value).put(value).put(value);
        }
        return rgb.flip();
    }

    /** The first channel; the operations treat all three alike. */
    private static byte[] first(ByteBuffer rgb) {
        byte[] grey = new byte[SIZE * SIZE];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = rgb.get(3 * i);
        }
        return grey;
    }
}
