package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.StudyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStoreTest {
    @TempDir
    Path temp;

    @Test
    void imagesComeBackResizedAsRgb() throws Exception {
        byte[] colour = TestImages.colourJpeg(20, 10);
        Dataset dataset = dataset(Map.of("Testing/a/Te-000.png", colour, "Training/a/x.jpg", colour));
        PixelImage expected = Resize.toSquare(ImageDecoder.decode(colour), 6);
        PixelImage grey = Resize.toSquare(ImageDecoder.decode(TestImages.png(6)), 6);

        try (ImageStore store = ImageStore.build(dataset, 6, temp.resolve("cache/store"), Progress.NONE)) {
            assertThat(store.size()).isEqualTo(6);
            assertThat(store.count()).isEqualTo(dataset.samples().size());
            assertThat(store.datasetDigest()).isEqualTo(dataset.digest());
            assertThat(rgb(store, 0)).isEqualTo(expected.data());
            byte[] read = rgb(store, 1);
            for (int i = 0; i < 36; i++) {
                assertThat(new byte[] {read[3 * i], read[3 * i + 1], read[3 * i + 2]})
                        .containsOnly(grey.data()[i]);
            }
        }
    }

    @Test
    void aStoreMayBeOpenedAgain() throws Exception {
        Dataset dataset = dataset(Map.of());
        Path file = temp.resolve("store");
        byte[] built;
        try (ImageStore store = ImageStore.build(dataset, 8, file, Progress.NONE)) {
            built = rgb(store, 3);
        }

        try (ImageStore store = ImageStore.open(file)) {
            assertThat(rgb(store, 3)).isEqualTo(built);
            assertThat(store.datasetDigest()).isEqualTo(dataset.digest());
        }
    }

    @Test
    void anImageIsPutAtTheBuffersPosition() throws Exception {
        try (ImageStore store = ImageStore.build(dataset(Map.of()), 4, temp.resolve("store"), Progress.NONE)) {
            ByteBuffer two = ByteBuffer.allocateDirect(100).position(1);
            store.readRgb(5, two);
            assertThat(two.position()).isEqualTo(49);
            store.readRgb(2, two);
            assertThat(two.position()).isEqualTo(97);
            byte[] second = new byte[48];
            two.get(49, second);
            assertThat(second).isEqualTo(rgb(store, 2));
            assertThat(two.get(0)).isZero();
            assertThat(two.get(97)).isZero();
        }
    }

    @Test
    void severalThreadsMayRead() throws Exception {
        try (ImageStore store = ImageStore.build(dataset(Map.of()), 8, temp.resolve("store"), Progress.NONE)) {
            byte[][] alone = IntStream.range(0, store.count())
                    .mapToObj(i -> rgb(store, i))
                    .toArray(byte[][]::new);

            assertThat(IntStream.range(0, 2000)
                            .parallel()
                            .filter(i -> !Arrays.equals(rgb(store, i % store.count()), alone[i % store.count()])))
                    .isEmpty();
        }
    }

    @Test
    void nothingButTheStoreIsLeftBehind() throws Exception {
        Path folder = temp.resolve("cache");
        ImageStore.build(dataset(Map.of()), 4, folder.resolve("store"), Progress.NONE)
                .close();

        assertThat(namesIn(folder)).containsExactly("store");
    }

    @Test
    void aBuildThatFailsLeavesNothing() throws Exception {
        Dataset dataset = dataset(Map.of());
        TestImages.folder(temp.resolve("data"), Map.of("Training/b/Tr-001.png", TestImages.png(4444)));
        Path folder = Files.createDirectories(temp.resolve("cache"));

        assertThatThrownBy(() -> ImageStore.build(dataset, 4, folder.resolve("store"), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "%s/Training/b/Tr-001.png: expected the image that was read before, found other bytes",
                        temp.resolve("data"));
        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(temp.resolve("occupied"));
        Dataset dataset = dataset(Map.of());

        assertThatThrownBy(() -> ImageStore.build(dataset, 4, file.resolve("store"), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "%1$s/store: expected to write the resized images there, found a file where a folder is needed (%1$s)",
                        file);
    }

    @Test
    void aDamagedStoreIsRefused() throws Exception {
        Path file = temp.resolve("store");
        ImageStore.build(dataset(Map.of()), 4, file, Progress.NONE).close();
        byte[] whole = Files.readAllBytes(file);
        byte[] otherMagic = whole.clone();
        otherMagic[0] = 'X';
        byte[] manyImages = whole.clone();
        manyImages[12] = 127;
        for (byte[] damaged : new byte[][] {
            new byte[0], Arrays.copyOf(whole, 50), Arrays.copyOf(whole, whole.length - 1), otherMagic, manyImages
        }) {
            Files.write(file, damaged);

            assertThatThrownBy(() -> ImageStore.open(file))
                    .isInstanceOf(InputException.class)
                    .hasMessage("%s: expected a whole store of resized images, found a damaged one; delete it", file);
        }
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ImageStore.open(temp.resolve("none")))
                .isInstanceOf(InputException.class)
                .hasMessage("%s: expected a store of resized images, found nothing there", temp.resolve("none"));
    }

    @Test
    void aStoreMayBeLargerThanTwoGibibytes() throws Exception {
        int size = 1024;
        int count = 2100;
        Path file = temp.resolve("large");
        ByteBuffer header = ByteBuffer.allocate(80 + count);
        header.put("TBIMAGE1".getBytes(StandardCharsets.US_ASCII)).putInt(size).putInt(count);
        header.put("0".repeat(64).getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(header.array(), 80, 80 + count, (byte) 1);
        byte[] last = new byte[size * size];
        Arrays.fill(last, (byte) 9);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(header.clear(), 0);
            out.write(ByteBuffer.wrap(last), 80 + count + (count - 1L) * size * size);
        }

        try (ImageStore store = ImageStore.open(file)) {
            assertThat(Files.size(file)).isGreaterThan(Integer.MAX_VALUE);
            assertThat(rgb(store, count - 1)).containsOnly(9);
            assertThat(rgb(store, 0)).containsOnly(0);
        }
    }

    private Dataset dataset(Map<String, byte[]> more) throws IOException {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        files.putAll(more);
        StudyFile study = TestImages.study(temp, null, null, OnUnreadable.FAIL, 1);
        ImageSource source = Sources.open(study, TestImages.folder(temp.resolve("data"), files));
        return Dataset.load(source, study, Progress.NONE);
    }

    private static byte[] rgb(ImageStore store, int index) {
        byte[] bytes = new byte[3 * store.size() * store.size()];
        store.readRgb(index, ByteBuffer.wrap(bytes));
        return bytes;
    }

    private static Iterable<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
