package dev.millrace.web.push;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.StoredEvent;
import dev.millrace.push.StreamPosition;

/**
 * Writes CloudEvents 1.0 in their JSON format. What is put in is either JSON already or has nothing in it that JSON would
 * want escaped.
 */
final class CloudEvents {
    private static final String TASKS = "urn:millrace:tasks";
    private static final String WORKFLOWS = "urn:millrace:workflows";
    private static final String OF_WORKFLOW = "workflow.";
    private static final Set<String> OVERTAKEN = Set.of("progress", "workflow.running");
    private static final String SESSION = "urn:millrace:session:";

    private CloudEvents() {}

    static List<Frame> of(List<StoredEvent> events) {
        return events.stream().map(CloudEvents::of).toList();
    }

    static Frame of(StoredEvent event) {
        boolean ofWorkflow = event.kind().startsWith(OF_WORKFLOW);
        String text = envelope(
                event.position(),
                ofWorkflow ? WORKFLOWS : TASKS,
                ofWorkflow ? event.kind() : "task." + event.kind(),
                "\"subject\":\"" + event.taskId() + "\",",
                event.time(),
                event.data());
        return new Frame(event.position(), text, OVERTAKEN.contains(event.kind()) ? event.taskId() : null);
    }

    /** @param recovered whether all that came after the position that the client had named follows */
    static Frame ready(StreamPosition position, ConnectionIdentity admission, boolean recovered, Instant now) {
        return ofSession(position, "ready", now, state(admission) + ",\"recovered\":" + recovered, null);
    }

    static Frame renewed(StreamPosition position, ConnectionIdentity admission, Instant now) {
        return ofSession(position, "renewed", now, state(admission), "renewed");
    }

    static Frame pong(StreamPosition position, ConnectionIdentity admission, Instant now) {
        return ofSession(position, "pong", now, state(admission), "pong");
    }

    /** The source is new each time: the id says where the client is, which several of these may share. */
    private static Frame ofSession(StreamPosition position, String type, Instant now, String members, Object replaces) {
        String source = SESSION + UUID.randomUUID();
        return new Frame(
                position, envelope(position, source, "session." + type, "", now, "{" + members + "}"), replaces);
    }

    private static String state(ConnectionIdentity admission) {
        return "\"user\":\"" + admission.user() + "\",\"expiresAt\":\"" + admission.expiresAt() + "\"";
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
