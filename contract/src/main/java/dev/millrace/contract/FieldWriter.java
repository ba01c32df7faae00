package dev.millrace.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a message's fields in a stable order; null values are left out. */
final class FieldWriter {
    private final Map<String, String> fields = new LinkedHashMap<>();

    FieldWriter() {
        fields.put(FieldReader.VERSION_FIELD, FieldReader.VERSION);
    }

    FieldWriter put(String name, Object value) {
        if (value instanceof Instant instant) {
            fields.put(name, Long.toString(instant.toEpochMilli()));
        } else if (value instanceof Duration duration) {
            fields.put(name, Long.toString(duration.toMillis()));
        } else if (value instanceof Collection<?> list) {
            fields.put(name, String.join(",", list.stream().map(String::valueOf).toList()));
        } else if (value != null) {
            fields.put(name, value.toString());
        }
        return this;
    }

    Map<String, String> toMap() {
        return fields;
    }
}
