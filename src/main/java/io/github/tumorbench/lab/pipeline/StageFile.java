package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/** A stage's result as JSON in the cache. Numbers come back exactly. */
final class StageFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StageFile() {}

    static void write(Path file, Object result) throws IOException {
        JSON.writeValue(file.toFile(), result);
    }

    static <T> T read(Path file, TypeReference<T> type) throws IOException {
        return JSON.readValue(file.toFile(), type);
    }
}
