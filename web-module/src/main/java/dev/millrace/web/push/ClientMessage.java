package dev.millrace.web.push;

import java.io.StringReader;
import java.util.Optional;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;

import dev.millrace.platform.json.Json;

/** What a client may say on an open socket. */
sealed interface ClientMessage {
    /** Lengthen this session by the token behind that ticket. */
    record Renew(String ticket) implements ClientMessage {}

    /** Is anybody there? */
    record Ping() implements ClientMessage {}

    /** @return empty if it is none of these */
    static Optional<ClientMessage> parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue() instanceof JsonObject object ? of(object) : Optional.empty();
        } catch (RuntimeException e) {
            // Not only a JsonException: Parsson refuses nesting beyond its bound with another one.
            return Optional.empty();
        }
    }

    private static Optional<ClientMessage> of(JsonObject object) {
        return switch (object.get("type") instanceof JsonString type ? type.getString() : "") {
            case "ping" -> Optional.of(new Ping());
            case "renew" -> object.get("ticket") instanceof JsonString ticket
                    ? Optional.of(new Renew(ticket.getString()))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }
}
