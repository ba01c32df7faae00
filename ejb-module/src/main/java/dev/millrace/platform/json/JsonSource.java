package dev.millrace.platform.json;

import java.io.IOException;
import java.io.StringReader;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;

/**
 * The events of one JSON text; describes its faults in Millrace's own words, since the parser's are for programmers.
 */
final class JsonSource implements AutoCloseable {
    private final Text text;
    private final JsonParser parser;
    private int depth;
    private boolean complete;

    /** Records whether the parser has read past the end of the text. */
    private static final class Text extends StringReader {
        private boolean overrun;

        Text(String text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            overrun |= read < 0;
            return read;
        }
    }

    JsonSource(String json) throws NotJson {
        if (json.isBlank()) {
            throw new NotJson("it is empty");
        }
        text = new Text(json);
        parser = Json.createParser(text);
    }

    /** @return null after the last one */
    JsonParser.Event next() throws NotJson {
        try {
            if (!parser.hasNext()) {
                if (!complete) {
                    throw new NotJson(
                            "unexpected end at line " + parser.getLocation().getLineNumber());
                }
                return null;
            }
            JsonParser.Event event = parser.next();
            switch (event) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {}
            }
            complete = depth == 0;
            return event;
        } catch (RuntimeException e) {
            // Not only a JsonParsingException: Parsson throws many types.
            JsonLocation place =
                    e instanceof JsonParsingException parsing ? parsing.getLocation() : parser.getLocation();
            throw new NotJson(reason(place));
        }
    }

    private String reason(JsonLocation place) {
        String line = "at line " + Math.max(1, place.getLineNumber());
        if (complete) {
            return "unexpected text after the end, " + line;
        }
        return text.overrun
                ? "unexpected end " + line
                : "unexpected character " + line + ", column " + Math.max(1, place.getColumnNumber());
    }

    /** @return the name, text or number of the last event, as in the text */
    String text() {
        return parser.getString();
    }

    /** @return the text, number, boolean or null of the last event */
    JsonValue value() {
        return parser.getValue();
    }

    @Override
    public void close() {
        parser.close();
    }
}
