package dev.millrace.platform.json;

import java.io.Reader;
import java.io.Writer;
import java.util.Collection;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonMergePatch;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;

/**
 * The only factory of JSON. {@link jakarta.json.Json} searches all archives of the class path for its provider at every
 * call, which takes longer than the JSON itself.
 */
public final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    public static JsonGenerator createGenerator(Writer writer) {
        return PROVIDER.createGenerator(writer);
    }

    public static JsonParser createParser(Reader reader) {
        return PROVIDER.createParser(reader);
    }

    public static JsonReader createReader(Reader reader) {
        return PROVIDER.createReader(reader);
    }

    public static JsonObjectBuilder createObjectBuilder() {
        return PROVIDER.createObjectBuilder();
    }

    /** Starts with the members of another object. */
    public static JsonObjectBuilder createObjectBuilder(JsonObject object) {
        return PROVIDER.createObjectBuilder(object);
    }

    public static JsonArrayBuilder createArrayBuilder() {
        return PROVIDER.createArrayBuilder();
    }

    /** Starts with these strings. */
    public static JsonArrayBuilder createArrayBuilder(Collection<String> texts) {
        return PROVIDER.createArrayBuilder(texts);
    }

    /** @param patch as RFC 7396 defines it */
    public static JsonMergePatch createMergePatch(JsonValue patch) {
        return PROVIDER.createMergePatch(patch);
    }

    public static JsonPointer createPointer(String pointer) {
        return PROVIDER.createPointer(pointer);
    }

    public static JsonString createValue(String value) {
        return PROVIDER.createValue(value);
    }

    /** @return null for null, a number for an {@link Integer}, the text of any other value */
    public static JsonValue orNull(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        return value instanceof Integer number ? PROVIDER.createValue(number) : createValue(value.toString());
    }

    /** Escapes {@code ~} and {@code /} as RFC 6901 defines it. */
    public static String encodePointer(String name) {
        return jakarta.json.Json.encodePointer(name);
    }
}
