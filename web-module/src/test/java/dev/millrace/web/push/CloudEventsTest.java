package dev.millrace.web.push;

import java.io.StringReader;
import java.time.Instant;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;

import dev.millrace.push.StoredEvent;

import static dev.millrace.web.push.FrameFixtures.IDENTITY;
import static dev.millrace.web.push.FrameFixtures.TASK;
import static dev.millrace.web.push.FrameFixtures.USER;
import static dev.millrace.web.push.FrameFixtures.at;
import static dev.millrace.web.push.FrameFixtures.event;
import static dev.millrace.web.push.FrameFixtures.progress;
import static org.assertj.core.api.Assertions.assertThat;

class CloudEventsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.004Z");

    @Test
    void an_event_of_a_task_is_a_cloud_event_around_the_task_as_it_is_stored() {
        String task = "{\"id\":\"x\",\"parameters\":{\"text\":\"a \\\"b\\\" \\u00f1\"},\"progress\":0.50}";

        Frame frame = CloudEvents.of(new StoredEvent(at(12), "running", TASK, NOW, task));

        assertThat(frame.position()).isEqualTo(at(12));
        assertThat(frame.text()).endsWith(",\"data\":" + task + "}");
        JsonObject json = parsed(frame);
        assertThat(json.getString("specversion")).isEqualTo("1.0");
        assertThat(json.getString("id")).isEqualTo(at(12).toString());
        assertThat(json.getString("source")).isEqualTo("urn:millrace:tasks");
        assertThat(json.getString("type")).isEqualTo("dev.millrace.task.running");
        assertThat(json.getString("subject")).isEqualTo(TASK.toString());
        assertThat(json.getString("time")).isEqualTo("2026-01-01T00:00:00.004Z");
        assertThat(json.getString("datacontenttype")).isEqualTo("application/json");
    }

    @Test
    void an_event_of_a_workflow_has_its_own_type_and_source() {
        JsonObject json = parsed(CloudEvents.of(new StoredEvent(at(12), "workflow.failed", TASK, NOW, "{}")));

        assertThat(json.getString("source")).isEqualTo("urn:millrace:workflows");
        assertThat(json.getString("type")).isEqualTo("dev.millrace.workflow.failed");
        assertThat(json.getString("subject")).isEqualTo(TASK.toString());
    }

    @Test
    void only_progress_is_coalesced() {
        assertThat(CloudEvents.of(progress(1, TASK)).coalesceKey()).isEqualTo(TASK);
        assertThat(CloudEvents.of(event(1, "workflow.running", TASK)).coalesceKey())
                .isEqualTo(TASK);
        assertThat(CloudEvents.of(event(1, "workflow.failed", TASK)).coalesceKey())
                .isNull();
        assertThat(CloudEvents.of(event(1, "log", TASK)).coalesceKey()).isNull();
        assertThat(CloudEvents.of(event(1, "succeeded", TASK)).coalesceKey()).isNull();
    }

    @Test
    void the_first_event_names_the_user_and_whether_events_were_missed() {
        JsonObject json = parsed(CloudEvents.ready(at(3), IDENTITY, false, NOW));

        assertThat(json.getString("type")).isEqualTo("dev.millrace.session.ready");
        assertThat(json.getString("id")).isEqualTo(at(3).toString());
        assertThat(json.containsKey("subject")).isFalse();
        JsonObject data = json.getJsonObject("data");
        assertThat(data.getString("user")).isEqualTo(USER.toString());
        assertThat(data.getBoolean("recovered")).isFalse();
        assertThat(data.getString("expiresAt")).isEqualTo("2026-01-01T00:15:00Z");
    }

    @Test
    void replies_contain_the_connections_expiry() {
        JsonObject renewed = parsed(CloudEvents.renewed(at(3), IDENTITY, NOW));
        JsonObject pong = parsed(CloudEvents.pong(at(3), IDENTITY, NOW));

        assertThat(renewed.getString("type")).isEqualTo("dev.millrace.session.renewed");
        assertThat(pong.getString("type")).isEqualTo("dev.millrace.session.pong");
        assertThat(renewed.getJsonObject("data")).isEqualTo(pong.getJsonObject("data"));
        assertThat(renewed.getString("source"))
                .as("source and id together are unique")
                .isNotEqualTo(pong.getString("source"));
    }

    @Test
    void on_a_stream_each_line_of_an_event_is_marked_and_its_position_is_named() {
        Frame frame = new Frame(at(3), "{\n\"a\":1}", null);

        assertThat(SseTransport.text(frame)).isEqualTo("id: " + at(3) + "\ndata: {\ndata: \"a\":1}\n\n");
        assertThat(SseTransport.text(Frame.KEEPALIVE)).isEqualTo(":\n\n");
    }

    private static JsonObject parsed(Frame frame) {
        return Json.createReader(new StringReader(frame.text())).readObject();
    }
}
