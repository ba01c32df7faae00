package dev.millrace.web.push;

import java.io.StringReader;
import java.util.Optional;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;

import dev.millrace.platform.json.Json;

/** A message from a client on an open WebSocket. */
sealed interface ClientMessage {
    /** Extends the connection to the expiry of the token behind the ticket. */
    record Renew(String ticket) implements ClientMessage {}

    /** Requests a pong. */
    record Ping() implements ClientMessage {}

    /** @return empty for any other text */
    static Optional<ClientMessage> parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue() instanceof JsonObject object ? of(object) : Optional.empty();
        } catch (RuntimeException e) {
            // Parsson rejects nesting beyond its bound with an exception that is no JsonException.
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
