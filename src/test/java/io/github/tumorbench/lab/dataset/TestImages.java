package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.study.DatasetSpec;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.Explanation;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyFile;
import io.github.tumorbench.study.Validation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small image files, folders, archives and studies for tests. */
final class TestImages {
    private TestImages() {}

    /** A grey PNG of 8×8 pixels whose values follow from a number, so that different numbers give different images. */
    static byte[] png(int number) {
        byte[] pixels = new byte[64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (number * 31 + i * (number % 7 + 1));
        }
        pixels[0] = (byte) (number >> 8);
        pixels[1] = (byte) number;
        return GreyPng.encode(8, 8, pixels);
    }

    /** A grey JPEG, every pixel of one value. */
    static byte[] greyJpeg(int width, int height, int value) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) value);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return encode(image, "jpg");
    }

    /** A colour JPEG, every pixel of one colour but for some texture that makes the file longer. */
    static byte[] colourJpeg(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, new Color((x * 37 + y * 11) % 256, (x * 5 + y * 53) % 256, 90).getRGB());
            }
        }
        return encode(image, "jpg");
    }

    static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Kaggle's layout: classes a and b, so many different images for training and for testing of each. */
    static Map<String, byte[]> kaggle(int training, int testing) {
        Map<String, byte[]> files = new TreeMap<>();
        int number = 0;
        for (String label : List.of("a", "b")) {
            for (int i = 0; i < training; i++) {
                files.put("Training/%s/Tr-%03d.png".formatted(label, i), png(++number));
            }
            for (int i = 0; i < testing; i++) {
                files.put("Testing/%s/Te-%03d.png".formatted(label, i), png(++number));
            }
        }
        return files;
    }

    /** Writes files below a folder; a name that ends in a slash is an empty folder. */
    static Path folder(Path root, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (file.getKey().endsWith("/")) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        return root;
    }

    static Path zip(Path path, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : new LinkedHashMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return path;
    }

    /** A study of an image folder whose path and masks may be null; a quarter validates, a quarter tests. */
    static StudyFile study(Path folder, String path, String masks, OnUnreadable onUnreadable, long seed) {
        return study(
                folder,
                seed,
                new DatasetSpec(DatasetSpec.Source.IMAGE_FOLDER, path, null, masks, onUnreadable, false, 0.25, null));
    }

    /** A dataset of a folder or an archive; a quarter validates, a quarter tests. */
    static Dataset load(Path data, OnUnreadable onUnreadable, long seed) {
        StudyFile file = study(data, null, null, onUnreadable, seed);
        try (ImageSource source = Sources.open(file, data)) {
            return Dataset.load(source, file, Progress.NONE);
        }
    }

    static Audit.Finding finding(Dataset dataset, String id) {
        return dataset.audit().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A study whose annotations lie in a file of its folder. */
    static StudyFile annotated(Path folder, String annotations) {
        return study(
                folder,
                1,
                new DatasetSpec(
                        DatasetSpec.Source.IMAGE_FOLDER,
                        null,
                        annotations,
                        null,
                        OnUnreadable.FAIL,
                        false,
                        0.25,
                        null));
    }

    static StudyFile phantoms(Path folder, long seed, int size, int training, int testing) {
        return study(
                folder,
                seed,
                new DatasetSpec(
                        DatasetSpec.Source.PHANTOM,
                        null,
                        null,
                        null,
                        OnUnreadable.FAIL,
                        true,
                        0.25,
                        new DatasetSpec.Phantom(size, training, testing)));
    }

    /** A dataset under several protocols; a quarter validates, a quarter tests. */
    static Dataset load(Path data, List<Protocol> protocols, long seed) {
        StudyFile file = study(data, protocols, seed);
        try (ImageSource source = Sources.open(file, data)) {
            return Dataset.load(source, file, Progress.NONE);
        }
    }

    /** A study of an image folder under several protocols. */
    static StudyFile study(Path folder, List<Protocol> protocols, long seed) {
        DatasetSpec dataset = new DatasetSpec(
                DatasetSpec.Source.IMAGE_FOLDER, null, null, null, OnUnreadable.FAIL, false, 0.25, null);
        return study(folder, seed, dataset, protocols);
    }

    private static StudyFile study(Path folder, long seed, DatasetSpec dataset) {
        return study(folder, seed, dataset, List.of(Protocol.OFFICIAL));
    }

    private static StudyFile study(Path folder, long seed, DatasetSpec dataset, List<Protocol> protocols) {
        Study study = new Study(
                "test",
                "Test",
                seed,
                dataset,
                protocols,
                new Validation(0.25),
                List.of(),
                List.of(),
                Map.of(),
                new Explanation(1, 0, 0));
        return new StudyFile("test.yaml", folder, "0".repeat(64), study);
    }
}
