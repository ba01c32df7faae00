package dev.millrace.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GoldenFilesTest {
    private static final Claim CLAIM = new Claim(UUID.fromString("01931b66-7c00-7000-8000-000000000001"), 3);
    private static final Instant AT = Instant.ofEpochMilli(1767225600000L);
    private static final Instant STARTED = AT.minusSeconds(1);

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("report-started", new WorkerReport.Started(CLAIM, "w-1", AT)),
                Arguments.of("report-progress", new WorkerReport.Progress(CLAIM, "w-1", AT, 0.5, "half")),
                Arguments.of("report-log", new WorkerReport.Log(CLAIM, "w-1", AT, "row 7")),
                Arguments.of(
                        "report-succeeded",
                        new WorkerReport.Succeeded(CLAIM, "w-1", AT, STARTED, "{\"reversedText\":\"llim\"}")),
                Arguments.of(
                        "report-failed",
                        new WorkerReport.Failed(
                                CLAIM,
                                "w-1",
                                AT,
                                STARTED,
                                new AttemptError("java.lang.IllegalStateException", "broken", "at X"),
                                true,
                                Duration.ofSeconds(5))),
                Arguments.of("report-cancelled", new WorkerReport.Cancelled(CLAIM, "w-1", AT, STARTED)),
                Arguments.of("report-released", new WorkerReport.Released(CLAIM, "w-1", AT, "the worker stops")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_report_reads_and_writes_as_pinned(String file, WorkerReport report) throws UnreadableMessage {
        Map<String, String> golden = GoldenFile.read(file);

        assertThat(WorkerReport.fromFields(golden)).isEqualTo(report);
        assertThat(report.toFields()).isEqualTo(golden);
    }

    @Test
    void a_dispatch_reads_and_writes_as_pinned() throws UnreadableMessage {
        Map<String, String> golden = GoldenFile.read("task-dispatch");
        var dispatch = new TaskDispatch(CLAIM, "reverse_string", 2, "{\"text\":\"mill\"}", Duration.ofMinutes(1));

        assertThat(TaskDispatch.fromFields(golden)).isEqualTo(dispatch);
        assertThat(dispatch.toFields()).isEqualTo(golden);
    }

    @Test
    void an_announcement_reads_and_writes_as_pinned() throws UnreadableMessage {
        Map<String, String> golden = GoldenFile.read("announcement");

        TaskTypeAnnouncement announcement = TaskTypeAnnouncement.fromFields(golden);

        assertThat(announcement.maxBackoff()).isEqualTo(Duration.ofMinutes(1));
        assertThat(announcement.toFields()).isEqualTo(golden);
    }

    @Test
    void a_heartbeat_reads_and_writes_as_pinned() throws UnreadableMessage {
        Map<String, String> golden = GoldenFile.read("heartbeat");

        WorkerHeartbeat heartbeat = WorkerHeartbeat.fromFields(golden);

        assertThat(heartbeat.queues()).isEqualTo(List.of("default", "reports"));
        assertThat(heartbeat.running()).containsExactly(CLAIM);
        assertThat(heartbeat.toFields()).isEqualTo(golden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-task-dispatch", "future-task-dispatch"})
    void a_broken_dispatch_is_refused_with_a_reason(String file) {
        assertThatThrownBy(() -> TaskDispatch.fromFields(GoldenFile.read(file)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageMatching("field 'task' is not a UUID|version '99' is not understood, expected 1");
    }

    @Test
    void a_report_of_unknown_kind_is_refused_with_a_reason() {
        assertThatThrownBy(() -> WorkerReport.fromFields(GoldenFile.read("bad-report")))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage("kind 'exploded' is unknown");
    }
}
