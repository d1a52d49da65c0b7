package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownLooksTest {
    @TempDir
    Path temp;

    private final List<String> titles = new ArrayList<>();

    @Test
    void imagesOfTheSameBytesAreLookedAtOnceAndGiveTheSameDataset() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), copies());
        Dataset anew = load(data, null, 1);
        Dataset first = load(data, new StageCache(temp.resolve("cache")), 1);
        titles.clear();
        Dataset again = load(data, new StageCache(temp.resolve("cache")), 1);
        assertThat(titles).containsExactly("Reading images");
        for (Dataset dataset : List.of(first, again)) {
            assertThat(dataset.manifest()).isEqualTo(anew.manifest());
            assertThat(dataset.audit()).isEqualTo(anew.audit());
            assertThat(dataset.digest()).isEqualTo(anew.digest());
        }
        assertThat(TestImages.finding(again, "exact-duplicates").count()).isPositive();
    }

    @Test
    void anotherSeedTakesTheLooksAndAuditsAnew() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), copies());
        StageCache cache = new StageCache(temp.resolve("cache"));
        load(data, cache, 1);
        titles.clear();
        Dataset other = load(data, cache, 2);
        assertThat(titles).doesNotContain("Looking at images", "Looking for copies");
        assertThat(other.audit()).isEqualTo(load(data, null, 2).audit());
        assertThat(other.manifest()).isEqualTo(load(data, null, 2).manifest());
    }

    @Test
    void anArchiveThatWasReadBeforeIsNotUnpackedAgainUnlessAByteOfItChanged() throws Exception {
        Path data = TestImages.zip(temp.resolve("data.zip"), copies());
        StageCache cache = new StageCache(temp.resolve("cache"));
        Dataset first = load(data, cache, 1);
        titles.clear();
        assertThat(load(data, cache, 1).manifest()).isEqualTo(first.manifest());
        assertThat(titles).isEmpty();
        Map<String, byte[]> files = copies();
        files.put("Testing/a/Te-000.png", files.get("Training/a/Tr-001.png"));
        TestImages.zip(data, files);
        assertThat(load(data, cache, 1).manifest())
                .isEqualTo(load(data, null, 1).manifest())
                .isNotEqualTo(first.manifest());
    }

    @Test
    void aChangedImageIsSeen() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), copies());
        StageCache cache = new StageCache(temp.resolve("cache"));
        load(data, cache, 1);
        Path image = data.resolve("Testing/a/Te-000.png");
        Files.write(image, Files.readAllBytes(data.resolve("Training/a/Tr-001.png")));
        titles.clear();
        Dataset changed = load(data, cache, 1);
        assertThat(titles).contains("Looking at images");
        assertThat(changed.manifest()).isEqualTo(load(data, null, 1).manifest());
    }

    /** Images of two classes, one of them there twice. */
    private static Map<String, byte[]> copies() throws Exception {
        Map<String, byte[]> files = new TreeMap<>(TestImages.kaggle(8, 3));
        files.put("Training/a/Tr-900.png", files.get("Training/a/Tr-000.png"));
        return files;
    }

    private Dataset load(Path data, StageCache cache, long seed) {
        StudyFile file = TestImages.study(data, null, null, OnUnreadable.FAIL, seed);
        try (ImageSource source = Sources.open(file, data)) {
            return Dataset.load(source, file, cache, new Titles());
        }
    }

    private final class Titles implements Progress {
        @Override
        public void say(String line) {}

        @Override
        public Task start(String title, long steps) {
            titles.add(title);
            return Progress.NONE.start(title, steps);
        }
    }
}
