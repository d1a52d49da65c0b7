package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the real archive where it lies beside the project; the counts were also found by a separate Python program. */
class RealArchiveTest {
    @Test
    void theArchiveAtHandIsReadWhole() {
        Path folder = Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "data", "brain-tumor-mri"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(folder != null, "the real data does not lie beside the project");
        StudyFile study = TestImages.study(folder, null, "masks.zip", OnUnreadable.FAIL, 20260101);

        try (ImageSource source = Sources.open(study, folder.resolve("archive.zip"))) {
            Dataset dataset = Dataset.load(source, study, Progress.NONE);

            assertThat(dataset.classes()).containsExactly("glioma", "meningioma", "notumor", "pituitary");
            assertThat(dataset.samples()).hasSize(7019);
            assertThat(dataset.samples(Split.TESTING)).hasSize(1311);
            assertThat(dataset.manifest().stream().filter(row -> row.flags().contains("grey")))
                    .hasSize(6913);
            assertThat(dataset.audit().edition()).isEqualTo("first edition, derived 224 copy with 4 missing");
            assertThat(dataset.audit().findings().stream()
                            .collect(Collectors.toMap(Audit.Finding::id, Audit.Finding::count)))
                    .containsAllEntriesOf(Map.of(
                            "exact-duplicates", 426,
                            "cross-split-exact", 216,
                            "cross-split-slice", 0,
                            "cross-split-patient", 0,
                            "class-balance", 0,
                            "embedded-metadata", 5,
                            "burnt-in-text", 49,
                            "unreadable", 0));
            assertThat(dataset.samples(Split.TESTING).stream()
                            .filter(sample -> sample.label() == 0)
                            .limit(20)
                            .filter(sample -> dataset.maskOf(sample).isPresent()))
                    .hasSizeGreaterThan(10);
        }
    }

    /** Two images of one slice are copies, those of two slices are not; other images are not judged. */
    @Test
    void nearCopiesAreTheImagesOfOneSlice() throws Exception {
        Path folder = Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "data", "brain-tumor-mri"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(folder != null, "the real data does not lie beside the project");
        Annotations annotations = Annotations.of(
                TestImages.annotated(Path.of("").toAbsolutePath(), "data/annotations/brain-tumor-mri.csv"));
        StudyFile study = TestImages.study(folder, null, null, OnUnreadable.FAIL, 1);

        try (ImageSource source = Sources.open(study, folder.resolve("archive.zip"))) {
            KnownLooks.Seen seen = new KnownLooks(source, null, Progress.NONE).see();
            List<String> slices = seen.looks().stream()
                    .map(look -> annotations.of(look.image().entry().file()).slice())
                    .toList();
            Map<String, Integer> images = new HashMap<>();
            int pairs = 0;
            for (String slice : slices) {
                pairs += slice == null ? 0 : images.merge(slice, 1, Integer::sum) - 1;
            }
            Set<List<Integer>> found = seen.pairs().stream()
                    .filter(pair -> slices.get(pair.first()) != null && slices.get(pair.second()) != null)
                    .map(pair -> List.of(pair.first(), pair.second()))
                    .collect(Collectors.toSet());
            long right = found.stream()
                    .filter(pair -> slices.get(pair.get(0)).equals(slices.get(pair.get(1))))
                    .count();

            assertThat(pairs).isEqualTo(1711);
            assertThat((double) right / pairs).as("recall").isGreaterThanOrEqualTo(0.99);
            assertThat((double) right / found.size()).as("precision").isGreaterThanOrEqualTo(0.99);
        }
    }
}
