package dev.millrace.worker.codec;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.schema.NumberLimits;

/** A handler's record of parameters or of a result, as JSON. Any thread. */
public final class RecordJson {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(NumberLimits.MAX_LENGTH)
                            .maxNestingDepth(ValuePath.MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Codec codec;
    private final ObjectNode schema;

    private RecordJson(JavaType type, boolean isResult) {
        Codecs codecs = new Codecs(type, isResult);
        codec = codecs.ofRoot();
        if (!codec.isFinite(new HashSet<>())) {
            throw new UnsupportedType(type.getRawClass().getSimpleName(), "contains itself without end");
        }
        schema = JSON.createObjectNode().put("$schema", DIALECT);
        schema.setAll(codec.schema());
        codecs.define(schema);
    }

    /** @throws UnsupportedType naming the component that cannot be read from JSON */
    public static RecordJson ofParameters(JavaType type) {
        return new RecordJson(type, false);
    }

    /** @throws UnsupportedType naming the component that cannot be written as JSON */
    public static RecordJson ofResult(JavaType type) {
        return new RecordJson(type, true);
    }

    /** @return a JSON Schema (2020-12) that accepts exactly the values that this reads or has written */
    public String schema() {
        return schema.toString();
    }

    /**
     * @throws JsonProcessingException if it is not JSON, or has a member twice
     * @throws InvalidValue if the schema rejects it
     * @throws RejectedByConstructor if a record's constructor rejects it
     */
    public Record read(String json) throws JsonProcessingException, InvalidValue {
        return (Record) codec.read(parse(json), ValuePath.ROOT);
    }

    /**
     * @param value of the record's type
     * @throws InvalidValue if JSON or the schema has no place for one of its values
     */
    public String write(Record value) throws InvalidValue {
        if (value == null) {
            throw new InvalidValue(ValuePath.ROOT, "must not be null");
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            codec.write(value, out, ValuePath.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }
}
