package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.lab.dataset.phantom.PhantomSlice;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhantomSourceTest {
    private static final int SIZE = 48;

    @Test
    void entriesAreNamedAsKaggleNamesThem() throws Exception {
        try (ImageSource source = open(7, 2, 1)) {
            assertThat(source.name()).isEqualTo("phantom");
            assertThat(source.classes()).containsExactly("glioma", "meningioma", "notumor", "pituitary");
            assertThat(source.entries())
                    .hasSize(12)
                    .startsWith(
                            new ImageEntry("Testing/glioma/Te-gl_0000.png", "glioma", Split.TESTING),
                            new ImageEntry("Testing/meningioma/Te-me_0000.png", "meningioma", Split.TESTING))
                    .endsWith(
                            new ImageEntry("Training/pituitary/Tr-pi_0000.png", "pituitary", Split.TRAINING),
                            new ImageEntry("Training/pituitary/Tr-pi_0001.png", "pituitary", Split.TRAINING));
        }
    }

    @Test
    void bytesAndMasksAreTheScannersAtEveryReading() throws Exception {
        PhantomSlice slice = new PhantomScanner(7, SIZE).scan(PhantomClass.GLIOMA, 1);
        ImageEntry entry = new ImageEntry("Training/glioma/Tr-gl_0001.png", "glioma", Split.TRAINING);
        try (ImageSource source = open(7, 2, 1)) {
            for (int reading = 0; reading < 2; reading++) {
                assertThat(source.bytes(entry)).isEqualTo(GreyPng.encode(SIZE, SIZE, slice.pixels()));
                assertThat(ImageDecoder.decode(source.bytes(entry)).data()).isEqualTo(slice.pixels());
                assertThat(source.mask(entry).orElseThrow().inside()).isEqualTo(slice.tumour());
            }
        }
    }

    @Test
    void aHeadWithoutATumourHasNoMask() throws Exception {
        try (ImageSource source = open(7, 1, 1)) {
            assertThat(source.mask(new ImageEntry("Testing/notumor/Te-no_0000.png", "notumor", Split.TESTING)))
                    .isEmpty();
        }
    }

    @Test
    void aDatasetOfPhantomsHasNoCopiesAndTheSameDigestEachTime() {
        StudyFile study = TestImages.phantoms(Path.of("."), 3, SIZE, 4, 3);
        Dataset first;
        Dataset second;
        try (ImageSource source = Sources.open(study, null)) {
            first = Dataset.load(source, study, Progress.NONE);
            Sample glioma = first.samples(Split.TESTING).get(0);
            assertThat(first.maskOf(glioma).orElseThrow().area()).isPositive();
        }
        try (ImageSource source = Sources.open(study, null)) {
            second = Dataset.load(source, study, Progress.NONE);
        }

        assertThat(first.digest()).isEqualTo(second.digest());
        assertThat(first.manifest()).isEqualTo(second.manifest());
        assertThat(first.audit().edition()).isEqualTo("phantom");
        assertThat(first.audit().findings()).allMatch(finding -> finding.count() == 0);
        assertThat(List.of(
                        first.samples(Split.TRAINING).size(),
                        first.samples(Split.VALIDATION).size(),
                        first.samples(Split.TESTING).size()))
                .containsExactly(12, 4, 12);
    }

    @Test
    void moreTrainingImagesLeaveTheOthersAsTheyAre() throws Exception {
        try (ImageSource few = open(7, 1, 1);
                ImageSource many = open(7, 3, 1)) {
            for (ImageEntry entry : few.entries()) {
                assertThat(many.bytes(entry)).isEqualTo(few.bytes(entry));
            }
        }
    }

    private static ImageSource open(long seed, int training, int testing) {
        return Sources.open(TestImages.phantoms(Path.of("."), seed, SIZE, training, testing), null);
    }
}
