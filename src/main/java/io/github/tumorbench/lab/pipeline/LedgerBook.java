package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.record.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Test-set looks that the cache knows of. */
final class LedgerBook {
    static final String STAGE = "evaluation";
    private static final String FILE = "ledger.json";

    /** By date, study and experiment. */
    static final Comparator<Run.LedgerEntry> ORDER = Comparator.comparing(Run.LedgerEntry::date)
            .thenComparing(Run.LedgerEntry::study)
            .thenComparing(Run.LedgerEntry::studyDigest)
            .thenComparing(Run.LedgerEntry::experiment);

    private final StageCache cache;
    private final String date;
    private final String study;
    private final String studyDigest;
    private final String images;

    /**
     * @param date today, UTC, ISO 8601
     * @param images names the images' bytes
     */
    LedgerBook(StageCache cache, String date, String study, String studyDigest, String images) {
        this.cache = cache;
        this.date = date;
        this.study = study;
        this.studyDigest = studyDigest;
        this.images = images;
    }

    void note(Path folder, String experiment, int count) throws IOException {
        Look look = new Look(images, new Run.LedgerEntry(date, study, studyDigest, experiment, count));
        StageFile.write(folder.resolve(FILE), look);
    }

    /** Every look at these images, by date, study and experiment. */
    List<Run.LedgerEntry> entries() throws IOException {
        List<Run.LedgerEntry> entries = new ArrayList<>();
        for (Path entry : cache.entries(STAGE)) {
            Look look = StageFile.read(entry.resolve(FILE), new TypeReference<>() {});
            if (look.dataset().equals(images)) {
                entries.add(look.entry());
            }
        }
        entries.sort(ORDER);
        return entries;
    }

    private record Look(String dataset, Run.LedgerEntry entry) {}
}
