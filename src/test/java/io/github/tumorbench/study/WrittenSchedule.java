package io.github.tumorbench.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A schedule as a study file would say it, for tests of other packages. */
public final class WrittenSchedule {
    private static final String STUDY =
            """
            {"study": "s", "title": "S", "seed": 1, "dataset": {"source": "image-folder"},
             "experiments": [{"backbone": "Tiny", "weights": "random", "schedule": "it"}], "schedules": {"it": {%s}}}
            """;

    private WrittenSchedule() {}

    /** @param keys JSON without the braces; epochs and learningRate must be among them */
    public static Schedule of(String keys) {
        try {
            return StudyJson.fromTree("test", new JsonMapper().readTree(STUDY.formatted(keys)))
                    .schedules()
                    .get("it");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(keys, e);
        }
    }
}
