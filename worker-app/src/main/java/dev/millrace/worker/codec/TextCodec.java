package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Values of one Java type that are strings in JSON.
 *
 * @param fromText makes the Java value of a string within the constraints
 * @param toText the reverse
 */
record TextCodec(TextConstraints rules, Function<String, Object> fromText, Function<Object, String> toText)
        implements Codec {
    /** @return the same codec with constraints that may be narrower */
    TextCodec with(TextConstraints narrower) {
        return new TextCodec(narrower, fromText, toText);
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = SchemaNodes.of("string");
        rules.describe(schema);
        return schema;
    }

    @Override
    public Object read(JsonNode value, ValuePath path) throws InvalidValue {
        if (!value.isTextual()) {
            throw new InvalidValue(path, "must be a string");
        }
        rules.check(value.textValue(), path);
        return fromText.apply(value.textValue());
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        String text = toText.apply(value);
        rules.check(text, path);
        if (hasLoneSurrogate(text)) {
            throw new InvalidValue(path, "contains an unpaired surrogate");
        }
        out.writeString(text);
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
