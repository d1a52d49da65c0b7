package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {
    @TempDir
    Path temp;

    @Test
    void theAuditCountsWhatIsWrong() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(9, 3);
        files.put("Training/a/copy1.png", files.get("Testing/a/Te-000.png"));
        files.put("Training/a/copy2.png", files.get("Testing/a/Te-000.png"));
        files.put("Training/b/copy3.png", files.get("Training/a/Tr-001.png"));
        for (int i = 0; i < 8; i++) {
            files.put("Training/b/more-%d.png".formatted(i), TestImages.png(500 + i));
        }

        Audit audit = audit(files);

        assertThat(audit.images()).isEqualTo(35);
        assertThat(audit.edition()).isEqualTo("unknown");
        assertThat(audit.findings())
                .containsExactly(
                        new Audit.Finding(
                                "exact-duplicates",
                                "warning",
                                3,
                                2,
                                List.of("Training/a/copy1.png", "Training/a/copy2.png", "Training/b/copy3.png"),
                                "3 images are exact copies of another image of the collection (2 groups); copies make a collection look larger and more varied than it is."),
                        new Audit.Finding(
                                "cross-split-exact",
                                "serious",
                                1,
                                1,
                                List.of("Testing/a/Te-000.png"),
                                "1 of 6 test images is also among the training images, pixel for pixel; a network can answer there from memory, so such answers say nothing about new patients."),
                        new Audit.Finding(
                                "label-conflicts",
                                "serious",
                                2,
                                1,
                                List.of("Training/a/Tr-001.png", "Training/b/copy3.png"),
                                "2 images, in 1 group of exact copies, carry different diagnoses for the same picture; at least one label of each group is wrong."),
                        new Audit.Finding(
                                "class-balance",
                                "info",
                                0,
                                2,
                                List.of(),
                                "The classes are of similar size (a 14, b 21)."),
                        new Audit.Finding("unreadable", "info", 0, 0, List.of(), "Every image can be read."));
    }

    @Test
    void aCleanDatasetHasFindingsWithCountZero() throws Exception {
        assertThat(audit(TestImages.kaggle(4, 2)).findings())
                .allSatisfy(finding -> {
                    assertThat(finding.count()).isZero();
                    assertThat(finding.severity()).isEqualTo("info");
                })
                .extracting(Audit.Finding::sentence)
                .containsExactly(
                        "No image is an exact copy of another.",
                        "No test image is an exact copy of a training image.",
                        "Exact copies always carry the same diagnosis.",
                        "The classes are of similar size (a 6, b 6).",
                        "Every image can be read.");
    }

    @Test
    void smallClassesAreCounted() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        for (int i = 0; i < 4; i++) {
            files.put("Training/b/more-%d.png".formatted(i), TestImages.png(500 + i));
        }

        Audit.Finding balance = audit(files).findings().get(3);

        assertThat(balance.count()).isEqualTo(1);
        assertThat(balance.severity()).isEqualTo("warning");
        assertThat(balance.sentence())
                .isEqualTo(
                        "The classes are of different size (a 6, b 10): 1 class has fewer than two thirds of the largest; accuracy alone would favour the large ones.");
    }

    private Audit audit(Map<String, byte[]> files) throws IOException {
        Path data = TestImages.folder(temp.resolve("data"), files);
        return TestImages.load(data, OnUnreadable.FAIL, 1).audit();
    }
}
