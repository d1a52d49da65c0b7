package io.github.tumorbench.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A record's JSON files: two spaces of indentation, keys in the order of the types' components, a line end at the end.
 * Read strictly: a key unknown, missing or twice, a value of another type.
 */
final class RecordJson {
    private static final String NAME = "name";
    private static final String VERSION = "schemaVersion";
    private static final JsonMapper MAPPER = mapper();

    private RecordJson() {}

    /** @throws IllegalArgumentException for a number that is not finite */
    static byte[] bytes(Object value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            String json = MAPPER.writer(printer).writeValueAsString(value);
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(JsonProblems.path(e) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the record's types are plain data", e);
        }
    }

    /**
     * Reads one file.
     *
     * @throws InputException if it is missing, no JSON, of a newer schema, or not what the type holds
     */
    static <T> T read(Path file, Class<T> type) {
        String name = file.toString();
        JsonNode tree = tree(file);
        checkVersion(name, tree);
        if (tree instanceof ObjectNode object) {
            upgrade(object, type);
        }
        try {
            return MAPPER.readerFor(type).withAttribute(NAME, name).readValue(tree);
        } catch (JsonMappingException e) {
            throw JsonProblems.of(name, tree, e);
        } catch (IOException e) {
            throw Io.refused(file, "a readable file", e);
        }
    }

    /** Audits were about findings alone before the parts beside them came; executions knew one machine. */
    private static void upgrade(ObjectNode file, Class<?> type) {
        if (type == Audit.class) {
            upgradeAudit(file);
        } else if (type == Execution.class && file.has("host") && !file.has("hosts")) {
            file.putArray("hosts").add(file.remove("host"));
        }
    }

    private static void upgradeAudit(ObjectNode audit) {
        for (String part : List.of("missing", "added", "statistics", "probes")) {
            if (!audit.has(part)) {
                audit.putArray(part);
            }
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw JsonProblems.syntax(file.toString(), e);
        } catch (IOException e) {
            throw Io.refused(file, "a readable file", e);
        }
    }

    private static void checkVersion(String name, JsonNode tree) {
        JsonNode version = tree.path(VERSION);
        int known = StudyRecord.SCHEMA_VERSION;
        if (!version.isIntegralNumber() || version.asLong() < 1) {
            String found = version.isMissingNode() ? "nothing" : version.toString();
            throw new InputException(name + ": " + VERSION + ": expected " + known + ", found " + found);
        }
        if (version.asLong() > known) {
            throw new InputException(name + ": " + VERSION + ": expected at most " + known + ", found "
                    + version.asLong() + "; a newer tumorbench wrote this record and is needed to read it");
        }
    }

    private static JsonMapper mapper() {
        JsonSetter.Value noNulls = JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
        return JsonMapper.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withConfigOverride(List.class, list -> list.setSetterInfo(noNulls))
                .withConfigOverride(Map.class, map -> map.setSetterInfo(noNulls))
                .addModule(module())
                .build();
    }

    private static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(double.class, new FiniteSerializer())
                .addSerializer(Double.class, new FiniteSerializer())
                .addSerializer(Study.class, new StudySerializer())
                .addDeserializer(Study.class, new StudyDeserializer());
    }

    private static final class FiniteSerializer extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                throw JsonMappingException.from(out, "a record holds finite numbers only, not " + value);
            }
            out.writeNumber(value);
        }
    }

    private static final class StudySerializer extends JsonSerializer<Study> {
        @Override
        public void serialize(Study study, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeTree(StudyJson.toTree(study));
        }
    }

    private static final class StudyDeserializer extends JsonDeserializer<Study> {
        @Override
        public Study deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return StudyJson.fromTree(context.getAttribute(NAME) + ": study", context.readTree(in));
        }
    }
}
