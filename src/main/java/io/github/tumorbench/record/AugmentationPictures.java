package io.github.tumorbench.record;

import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Study;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pictures of what each preset of the study does to one image, {@code augmentation/<preset>-<number>.png}: number 0 is the image
 * itself, the others are the preset's first rounds. A record may lack them; what it has is numbered without a gap.
 */
public final class AugmentationPictures {
    /** Where they lie in a record. */
    public static final String FOLDER = RecordLayout.AUGMENTATION;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private AugmentationPictures() {}

    /** Writes one of them. */
    public static void write(Path record, AugmentationPreset preset, int number, byte[] png) {
        Io.write(record.resolve(RecordLayout.augmentation(preset, number)), png);
    }

    /** A preset's pictures in their order, as paths within the record; empty where there are none. */
    public static List<String> of(Path record, AugmentationPreset preset) {
        List<String> paths = new ArrayList<>();
        String next = RecordLayout.augmentation(preset, 0);
        while (Files.isRegularFile(record.resolve(next))) {
            paths.add(next);
            next = RecordLayout.augmentation(preset, paths.size());
        }
        return paths;
    }

    /**
     * The number of pictures.
     *
     * @throws InputException if there is a file that is not one of the study's pictures, or not a PNG
     */
    static int check(Path record, Study study) {
        Path folder = record.resolve(RecordLayout.AUGMENTATION);
        if (!Files.exists(folder)) {
            return 0;
        }
        Set<Path> known = new HashSet<>();
        study.presets().forEach(preset -> of(record, preset).forEach(path -> known.add(record.resolve(path))));
        List<String> problems = new ArrayList<>();
        Io.orRefuse(folder, "a folder of pictures", () -> {
            for (Path file : sorted(folder)) {
                if (!known.contains(file)) {
                    problems.add(file + ": expected pictures of the study's presets, numbered from 0, found this file");
                } else if (!isPng(file)) {
                    problems.add(file + ": expected a PNG, found something else");
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return known.size();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isPng(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PNG.length), PNG);
        }
    }
}
