package dev.millrace.platform.json;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

import jakarta.json.JsonValue;

/** Measures the nesting of JSON without recursion, so at any depth. */
public final class JsonNesting {
    private record Nested(JsonValue value, int depth) {}

    private JsonNesting() {}

    /**
     * @param json any text; only brackets outside of strings count, so it need not be well formed
     * @return 0 for a text without objects and arrays
     */
    public static int depthOf(String json) {
        int depth = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }

    /** @return whether {@code value} has more than {@code most} levels */
    public static boolean exceeds(JsonValue value, int limit) {
        Deque<Nested> open = new ArrayDeque<>();
        open.push(new Nested(value, 1));
        while (!open.isEmpty()) {
            Nested level = open.pop();
            Collection<JsonValue> within = within(level.value());
            if (within == null) {
                continue;
            }
            if (level.depth() > limit) {
                return true;
            }
            within.forEach(inner -> open.push(new Nested(inner, level.depth() + 1)));
        }
        return false;
    }

    /** @return null unless it is an object or an array */
    private static Collection<JsonValue> within(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().values();
            case ARRAY -> List.copyOf(value.asJsonArray());
            default -> null;
        };
    }
}
