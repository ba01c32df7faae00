package dev.millrace.push;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import dev.millrace.platform.config.ConfigReader;

/**
 * Limits and times of push.
 *
 * @param history about how many of a user's last events Redis stores for clients that resume
 * @param historyTtl how long Redis stores them after the last event or read
 * @param pollInterval how often a node checks its users' streams without a message
 * @param sendQueue maximum number of events waiting for one client, apart from missed ones
 * @param maxConnections maximum number of open connections of one node
 * @param maxConnectionsPerUser maximum number of open connections of one user on one node, over WebSocket and SSE together
 * @param maxMessage maximum length of a message from a client, in characters
 * @param messagesPerMinute maximum number of messages that a client may send on one connection within a minute
 * @param ping interval of keepalives
 * @param idle after how long without a message or pong the server closes a connection
 * @param sendTimeout how long a transport may take to send one frame
 * @param allowedOrigins origins that may open a WebSocket besides the server's own, exactly as browsers send them
 */
public record PushSettings(
        int history,
        Duration historyTtl,
        Duration pollInterval,
        int sendQueue,
        int maxConnections,
        int maxConnectionsPerUser,
        int maxMessage,
        int messagesPerMinute,
        Duration ping,
        Duration idle,
        Duration sendTimeout,
        Set<String> allowedOrigins) {
    /** Payara gets its limit for a frame from web.xml, before this is read. */
    private static final int MAX_MESSAGE = 4_096;

    public static PushSettings from(ConfigReader config) {
        return new PushSettings(
                config.number("millrace.push.history", 1_000, 1, 100_000),
                config.duration("millrace.push.history-ttl", Duration.ofHours(24)),
                config.duration("millrace.push.poll", Duration.ofSeconds(15)),
                config.number("millrace.push.send-queue", 256, 8, 100_000),
                config.number("millrace.push.max-connections", 10_000, 1, 1_000_000),
                config.number("millrace.push.max-connections-per-user", 50, 1, 1_000_000),
                config.number("millrace.push.max-message", MAX_MESSAGE, 256, MAX_MESSAGE),
                config.number("millrace.push.messages-per-minute", 120, 10, 1_000_000),
                config.duration("millrace.push.ping", Duration.ofSeconds(25)),
                config.duration("millrace.push.idle", Duration.ofSeconds(75)),
                config.duration("millrace.push.send-timeout", Duration.ofSeconds(20)),
                config.parsed("millrace.push.allowed-origins", Set.of(), PushSettings::parseOrigins));
    }

    private static Set<String> parseOrigins(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(PushSettings::parseOrigin)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String parseOrigin(String text) {
        URI uri = URI.create(text);
        boolean bare = uri.getScheme() != null
                && uri.getRawAuthority() != null
                && (uri.getScheme() + "://" + uri.getRawAuthority()).equals(text);
        if (!bare) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an origin such as https://app.example.org or http://localhost:5173");
        }
        return text;
    }
}
