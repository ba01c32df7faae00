package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Values of one Java type that stand in JSON as text.
 *
 * @param fromText makes the Java value of a text that keeps the rules
 * @param toText the reverse
 */
record TextCodec(TextConstraints rules, Function<String, Object> fromText, Function<Object, String> toText)
        implements Codec {
    /** @return the same with rules that may be narrower */
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
    public Object read(JsonNode value, ValuePath place) throws InvalidValue {
        if (!value.isTextual()) {
            throw new InvalidValue(place, "must be a string");
        }
        rules.check(value.textValue(), place);
        return fromText.apply(value.textValue());
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath place) throws InvalidValue, IOException {
        String text = toText.apply(value);
        rules.check(text, place);
        if (isBroken(text)) {
            throw new InvalidValue(place, "has half a character (an unpaired surrogate), which cannot be sent");
        }
        out.writeString(text);
    }

    static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
