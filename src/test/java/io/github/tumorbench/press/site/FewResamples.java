package io.github.tumorbench.press.site;

import io.github.tumorbench.press.pages.Release;
import io.github.tumorbench.press.site.TestRecords.Shape;
import io.github.tumorbench.record.StudyRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small record and its report, made quickly, for tests of what is done with reports. */
public final class FewResamples {
    private FewResamples() {}

    /** A record of one network on phantoms, with pictures. */
    public static StudyRecord record(Path folder) throws IOException {
        return TestRecords.write(Shape.usual().withBackbones(List.of("MobileNetV2")), folder);
    }

    /** As the program renders, with few resamples. */
    public static Pressed render(StudyRecord record, Path folder, Release release) {
        return Press.render(record, folder, release, 50);
    }
}
