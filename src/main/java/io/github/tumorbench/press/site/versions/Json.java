package io.github.tumorbench.press.site.versions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tumorbench.press.analysis.files.JsonText;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON of the site, written as {@link JsonText} does; a newer file's keys are passed over. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String write(Object value) {
        return JsonText.of(MAPPER.valueToTree(value));
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it is missing or not what the type holds
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            T value = MAPPER.readValue(Files.readAllBytes(file), type);
            if (value == null) {
                throw new InputException(file + ": expected an object, found null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new InputException(
                    file + ": expected JSON as a release writes it, found: "
                            + e.getOriginalMessage().lines().findFirst().orElse("an error"),
                    e);
        } catch (IOException e) {
            throw new InputException(file + ": expected a readable file, found: " + Failures.reason(e), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InputException(file + ": expected JSON as a release writes it, found a value missing", e);
        }
    }

    /**
     * Reads a text.
     *
     * @throws InputException if it is no JSON
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InputException("expected JSON, found " + e.getOriginalMessage(), e);
        }
    }

    /** A tree of values that have their own writers. */
    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
