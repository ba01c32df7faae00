package dev.millrace.bench.client;

import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;

/** A signed-in user. */
public final class BenchUser {
    static final int MIDDLE_PRIORITY = 5;

    private final ServerClient door;
    private final String token;

    BenchUser(ServerClient door, String token) {
        this.door = door;
        this.token = token;
    }

    /** Opens a connection of the user's own for submitting. */
    public SubmitConnection line() {
        return new SubmitConnection(door.base(), token);
    }

    /** Opens a WebSocket as a browser does, by a ticket; returns when the server says that it is ready. */
    public LoadSocket listen(LoadSocket.EventConsumer heard) {
        String ticket = post("api/ws-tickets", "").path("ticket").asText();
        return LoadSocket.open(door.http(), door.base(), ticket, heard);
    }

    public JsonNode get(String path) {
        return door.get(path, token);
    }

    public JsonNode put(String path, String body) {
        return door.put(path, token, body);
    }

    public JsonNode post(String path, String body) {
        return door.post(path, token, body);
    }

    /** The request for a task of type {@code nothing} with that number. */
    public static String nothing(long n) {
        return "{\"type\":\"nothing\",\"parameters\":{\"n\":" + n + "}}";
    }

    /** The request for so many of them at once, numbered from {@code first}. */
    static String nothings(long first, int count, int priority) {
        return batch(
                first,
                count,
                n -> "{\"type\":\"nothing\",\"priority\":" + priority + ",\"parameters\":{\"n\":" + n + "}}");
    }

    /** The request for so many tasks of type {@code burn} at once, numbered from {@code first}. */
    static String burns(long first, int count, long rounds) {
        return batch(
                first, count, n -> "{\"type\":\"burn\",\"parameters\":{\"n\":" + n + ",\"rounds\":" + rounds + "}}");
    }

    private static String batch(long first, int count, LongFunction<String> request) {
        return LongStream.range(first, first + count)
                .mapToObj(request)
                .collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
    }
}
