package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.study.DatasetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditionTest {
    @Test
    void theFirstEditionIsToldByItsNames() {
        assertThat(of(first(), 512)).isEqualTo(new Edition("Kaggle first edition", List.of(), List.of()));
    }

    @Test
    void filesMissingOrAddedAreListed() {
        List<String> files = first();
        files.remove("Training/notumor/Tr-no_1011.jpg");
        assertThat(of(files, 224))
                .isEqualTo(new Edition(
                        "first edition, derived 224 copy with 1 missing",
                        List.of("Training/notumor/Tr-no_1011.jpg"),
                        List.of()));
        files.add("Testing/glioma/mine.jpg");
        assertThat(of(files, 512))
                .isEqualTo(new Edition(
                        "Kaggle first edition with 1 missing and 1 added",
                        List.of("Training/notumor/Tr-no_1011.jpg"),
                        List.of("Testing/glioma/mine.jpg")));
    }

    @Test
    void theSecondEditionIsToldByItsCounts() {
        List<String> files = new ArrayList<>();
        for (String label : List.of("glioma", "meningioma", "notumor", "pituitary")) {
            IntStream.range(0, 1400).forEach(i -> files.add("Training/" + label + "/new" + i + ".jpg"));
            IntStream.range(0, 400).forEach(i -> files.add("Testing/" + label + "/new" + i + ".jpg"));
        }
        assertThat(of(files, 512).name()).isEqualTo("Kaggle second edition");
        files.remove(0);
        assertThat(of(files, 512).name()).isEqualTo("unknown");
    }

    @Test
    void phantomsAreAnEditionOfTheirOwn() {
        assertThat(Edition.of(List.of(), DatasetSpec.Source.PHANTOM, List.of()).name())
                .isEqualTo("phantom");
    }

    /** Names and numbers as in the archive: the first ten of each folder are called otherwise. */
    private static List<String> first() {
        List<String> files = new ArrayList<>();
        add(files, "Training/glioma/Tr-gl", 1321);
        add(files, "Training/meningioma/Tr-me", 1339);
        add(files, "Training/notumor/Tr-no", 1595);
        add(files, "Training/pituitary/Tr-pi", 1457);
        add(files, "Testing/glioma/Te-gl", 300);
        add(files, "Testing/meningioma/Te-me", 306);
        add(files, "Testing/notumor/Te-no", 405);
        add(files, "Testing/pituitary/Te-pi", 300);
        return files;
    }

    private static void add(List<String> files, String prefix, int count) {
        IntStream.range(0, count).forEach(i -> files.add("%s%s_%04d.jpg".formatted(prefix, i < 10 ? "Tr" : "", i)));
    }

    private static Edition of(List<String> files, int size) {
        List<ImageEntry> entries = files.stream()
                .map(file -> new ImageEntry(
                        file, file.split("/")[1], file.startsWith("Te") ? Split.TESTING : Split.TRAINING))
                .toList();
        List<ReadImage> images = entries.stream()
                .map(entry -> new ReadImage(entry, "", "", size, size, 1, null))
                .toList();
        return Edition.of(entries, DatasetSpec.Source.IMAGE_FOLDER, images);
    }
}
