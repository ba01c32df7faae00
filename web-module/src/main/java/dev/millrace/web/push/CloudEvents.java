package dev.millrace.web.push;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.StoredEvent;
import dev.millrace.push.StreamPosition;

/**
 * Writes CloudEvents 1.0 in their JSON format, by concatenation. It runs for each event, and a writer of JSON costs
 * more than the rest. Its parts are JSON already or contain no character that JSON escapes.
 */
final class CloudEvents {
    private static final String TASKS = "urn:millrace:tasks";
    private static final String WORKFLOWS = "urn:millrace:workflows";
    private static final String WORKFLOW_PREFIX = "workflow.";
    private static final Set<String> COALESCED = Set.of("progress", "workflow.running");
    private static final String CONNECTION_SOURCE = "urn:millrace:session:";

    private CloudEvents() {}

    static List<Frame> of(List<StoredEvent> events) {
        return events.stream().map(CloudEvents::of).toList();
    }

    static Frame of(StoredEvent event) {
        boolean ofWorkflow = event.kind().startsWith(WORKFLOW_PREFIX);
        String text = envelope(
                event.position(),
                ofWorkflow ? WORKFLOWS : TASKS,
                ofWorkflow ? event.kind() : "task." + event.kind(),
                "\"subject\":\"" + event.taskId() + "\",",
                event.time(),
                event.data());
        return new Frame(event.position(), text, COALESCED.contains(event.kind()) ? event.taskId() : null);
    }

    /** @param recovered whether all events after the client's position follow */
    static Frame ready(StreamPosition position, ConnectionIdentity identity, boolean recovered, Instant now) {
        return connectionFrame(position, "ready", now, identityJson(identity) + ",\"recovered\":" + recovered, null);
    }

    static Frame renewed(StreamPosition position, ConnectionIdentity identity, Instant now) {
        return connectionFrame(position, "renewed", now, identityJson(identity), "renewed");
    }

    static Frame pong(StreamPosition position, ConnectionIdentity identity, Instant now) {
        return connectionFrame(position, "pong", now, identityJson(identity), "pong");
    }

    /** The source is new each time, since the id is the client's position, which several of these frames may share. */
    private static Frame connectionFrame(
            StreamPosition position, String type, Instant now, String members, Object coalesceKey) {
        String source = CONNECTION_SOURCE + UUID.randomUUID();
        return new Frame(
                position, envelope(position, source, "session." + type, "", now, "{" + members + "}"), coalesceKey);
    }

    private static String identityJson(ConnectionIdentity identity) {
        return "\"user\":\"" + identity.user() + "\",\"expiresAt\":\"" + identity.expiresAt() + "\"";
    }

    private static String envelope(
            StreamPosition id, String source, String type, String subject, Instant time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id
                + "\",\"source\":\"" + source
                + "\",\"type\":\"dev.millrace." + type
                + "\"," + subject
                + "\"time\":\"" + time
                + "\",\"datacontenttype\":\"application/json\",\"data\":" + data + "}";
    }
}
