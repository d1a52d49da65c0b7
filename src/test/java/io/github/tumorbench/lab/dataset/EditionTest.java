package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditionTest {
    private static final List<String> CLASSES = List.of("glioma", "meningioma", "notumor", "pituitary");

    @Test
    void editionsAreToldByTheirCounts() {
        assertThat(Edition.of(entries(List.of(1321, 1339, 1595, 1457), List.of(300, 306, 405, 300))))
                .isEqualTo("Kaggle first edition");
        assertThat(Edition.of(entries(List.of(1400, 1400, 1400, 1400), List.of(400, 400, 400, 400))))
                .isEqualTo("Kaggle second edition");
        assertThat(Edition.of(entries(List.of(1321, 1339, 1591, 1457), List.of(300, 306, 405, 300))))
                .isEqualTo("first edition, derived 224 copy with 4 missing");
    }

    @Test
    void oneImageMoreOrWithoutASplitIsUnknown() {
        assertThat(Edition.of(entries(List.of(1321, 1339, 1595, 1458), List.of(300, 306, 405, 300))))
                .isEqualTo("unknown");
        assertThat(Edition.of(List.of(new ImageEntry("glioma/1.jpg", "glioma", null))))
                .isEqualTo("unknown");
    }

    private static List<ImageEntry> entries(List<Integer> training, List<Integer> testing) {
        List<ImageEntry> entries = new ArrayList<>();
        for (int c = 0; c < CLASSES.size(); c++) {
            for (int i = 0; i < training.get(c) + testing.get(c); i++) {
                Split split = i < training.get(c) ? Split.TRAINING : Split.TESTING;
                entries.add(new ImageEntry(split + "/" + i, CLASSES.get(c), split));
            }
        }
        return entries;
    }
}
