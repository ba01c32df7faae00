package dev.millrace.platform.json;

import java.util.ArrayDeque;
import java.util.Deque;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;

/** Builds a JSON value from the events of its text. */
final class JsonTree {
    private final Deque<Level> open = new ArrayDeque<>();
    private JsonValue root;

    /** An open object or array; the other builder is null. */
    private static final class Level {
        private final JsonObjectBuilder object;
        private final JsonArrayBuilder array;
        private String name;

        Level(boolean isObject) {
            object = isObject ? Json.createObjectBuilder() : null;
            array = isObject ? null : Json.createArrayBuilder();
        }

        void add(JsonValue value) {
            if (object != null) {
                object.add(name, value);
            } else {
                array.add(value);
            }
        }

        JsonValue build() {
            return object != null ? object.build() : array.build();
        }
    }

    void accept(JsonParser.Event event, JsonSource source) {
        switch (event) {
            case START_OBJECT, START_ARRAY -> open.push(new Level(event == JsonParser.Event.START_OBJECT));
            case END_OBJECT, END_ARRAY -> add(open.pop().build());
            case KEY_NAME -> open.peek().name = source.text();
            default -> add(source.value());
        }
    }

    private void add(JsonValue value) {
        if (open.isEmpty()) {
            root = value;
        } else {
            open.peek().add(value);
        }
    }

    /** @return the value, once the text has ended */
    JsonValue root() {
        return root;
    }
}
