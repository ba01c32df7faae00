package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The constants of an enum, by their names or as {@link JsonProperty} calls them. */
final class EnumCodec implements Codec {
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final Map<Object, String> names = new HashMap<>();

    EnumCodec(Class<?> type, String component) {
        for (Object constant : type.getEnumConstants()) {
            String name = nameOf((Enum<?>) constant);
            names.put(constant, name);
            if (constants.put(name, constant) != null) {
                throw new UnsupportedType(component, "has an enum with two constants of the name " + name);
            }
        }
        if (constants.isEmpty()) {
            throw new UnsupportedType(component, "has an enum without constants, so it has no values");
        }
    }

    private static String nameOf(Enum<?> constant) {
        try {
            JsonProperty name =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return name == null || name.value().isEmpty() ? constant.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = SchemaNodes.of("string");
        ArrayNode all = schema.putArray("enum");
        constants.keySet().forEach(all::add);
        return schema;
    }

    @Override
    public Object read(JsonNode value, ValuePath path) throws InvalidValue {
        Object constant = value.isTextual() ? constants.get(value.textValue()) : null;
        if (constant == null) {
            throw new InvalidValue(path, "must be one of " + constants.keySet());
        }
        return constant;
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws IOException {
        out.writeString(nameOf(value));
    }

    /** @return its name in JSON */
    String nameOf(Object constant) {
        return names.get(constant);
    }
}
