package io.github.tumorbench.cli;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.pipeline.BuildInfo;
import io.github.tumorbench.lab.pipeline.Chosen;
import io.github.tumorbench.lab.pipeline.Lab;
import io.github.tumorbench.lab.pipeline.LabSettings;
import io.github.tumorbench.lab.pipeline.Tuned;
import io.github.tumorbench.press.site.Press;
import io.github.tumorbench.record.AtomicFolder;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;

/** The two halves, each into a folder that appears whole or not at all. */
final class Stages {
    private Stages() {}

    static AtomicFolder prepareRecord(Path folder) {
        return AtomicFolder.prepare(folder, "a record", RecordReader::isRecord);
    }

    static AtomicFolder prepareSite(Path folder) {
        return AtomicFolder.prepare(folder, "a report", site -> Files.isRegularFile(site.resolve("data/metrics.json")));
    }

    /** Study to record. */
    static void lab(StudyFile study, LabSettings settings, AtomicFolder record, Progress progress) {
        lab(study, Chosen.all(study.study()), settings, record, progress);
    }

    /** Some experiments of a study to a record of them. */
    static void lab(StudyFile study, Chosen chosen, LabSettings settings, AtomicFolder record, Progress progress) {
        new Lab(settings, BuildInfo.load(), Clock.systemUTC(), progress).run(study, chosen, record.folder());
        record.commit();
    }

    /** Study to the figures of its validation images. */
    static void tune(StudyFile study, LabSettings settings, Progress progress, BiConsumer<Tuned, List<String>> told) {
        new Lab(settings, BuildInfo.load(), Clock.systemUTC(), progress).tune(study, told);
    }

    /** Record to pages. */
    static void press(Path record, AtomicFolder site) {
        Press.render(RecordReader.read(record), site.folder());
        site.commit();
    }
}
