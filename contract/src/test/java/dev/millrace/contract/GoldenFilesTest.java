package dev.millrace.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
                Arguments.of("report-released", new WorkerReport.Released(CLAIM, "w-1", AT, "the worker stops")),
                Arguments.of(
                        "report-released-unsuited",
                        new WorkerReport.Released(CLAIM, "w-1", AT, "this worker does not know reverse_string", true)));
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
        assertThat(announcement.rules())
                .isEqualTo(new TaskTypeRules(
                        true, Duration.ofSeconds(10), 4, 100, Duration.ofMinutes(1), Duration.ofHours(1), true));
        assertThat(announcement.toFields()).isEqualTo(golden);
    }

    @Test
    void an_older_workers_announcement_has_no_rules() throws UnreadableMessage {
        TaskTypeAnnouncement announcement =
                TaskTypeAnnouncement.fromFields(GoldenFile.read("announcement-without-rules"));

        assertThat(announcement.rules()).isEqualTo(TaskTypeRules.NONE);
    }

    @Test
    void a_rate_without_its_period_is_rejected() {
        assertThatThrownBy(() -> TaskTypeAnnouncement.fromFields(GoldenFile.read("bad-announcement")))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage("'rate' and 'ratePer' must be given together");
    }

    @Test
    void a_timeout_of_nothing_is_rejected() {
        Map<String, String> fields = new HashMap<>(GoldenFile.read("announcement"));
        fields.put("timeout", "0");

        assertThatThrownBy(() -> TaskTypeAnnouncement.fromFields(fields))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage("field 'timeout' must be positive");
    }

    @Test
    void a_heartbeat_reads_and_writes_as_pinned() throws UnreadableMessage {
        Map<String, String> golden = GoldenFile.read("heartbeat");

        WorkerHeartbeat heartbeat = WorkerHeartbeat.fromFields(golden);

        assertThat(heartbeat.queues()).isEqualTo(List.of("default", "reports"));
        assertThat(heartbeat.heldClaims()).containsExactly(CLAIM);
        assertThat(heartbeat.takesTasks()).isFalse();
        assertThat(heartbeat.load()).isEqualTo(new WorkerLoad(0.25, 100 << 20, 512 << 20));
        assertThat(heartbeat.toFields()).isEqualTo(golden);
    }

    @Test
    void an_older_workers_heartbeat_is_not_quiet_and_has_no_load() throws UnreadableMessage {
        WorkerHeartbeat heartbeat = WorkerHeartbeat.fromFields(GoldenFile.read("heartbeat-without-load"));

        assertThat(heartbeat.takesTasks()).isTrue();
        assertThat(heartbeat.load()).isNull();
    }

    @Test
    void orders_read_and_write_as_pinned() throws UnreadableMessage {
        Map<String, String> golden = GoldenFile.read("orders");

        assertThat(Claim.parse(golden.get("stopOrder"))).isEqualTo(CLAIM).hasToString(golden.get("stopOrder"));
        assertThat(WorkerOrder.parse(golden.get("workerOrder")))
                .isEqualTo(new WorkerOrder("w-1", WorkerOrder.Kind.QUIET))
                .hasToString(golden.get("workerOrder"));
    }

    @Test
    void a_rejection_reads_as_it_is_written_on_one_line_each() throws UnreadableMessage {
        TypeRejection rejection = new TypeRejection("w-1", "reverse_string", "no\nschema");

        assertThat(TypeRejection.parse(rejection.toString()))
                .isEqualTo(new TypeRejection("w-1", "reverse_string", "no schema"));
        assertThatThrownBy(() -> TypeRejection.parse("w-1\nreverse_string")).isInstanceOf(UnreadableMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "w-1", "w-1 dance", " quiet"})
    void an_invalid_order_is_rejected(String text) {
        assertThatThrownBy(() -> WorkerOrder.parse(text))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("is not <worker> quiet|resume|stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-task-dispatch", "future-task-dispatch"})
    void a_broken_dispatch_is_rejected_with_a_reason(String file) {
        assertThatThrownBy(() -> TaskDispatch.fromFields(GoldenFile.read(file)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageMatching("field 'task' is not a UUID|unsupported version '99', expected 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad-report | unknown kind 'exploded'",
                "bad-report-at-missing | field 'at' is missing",
                "bad-report-started-at-missing | field 'startedAt' is missing",
                "bad-report-result-missing | field 'result' is missing",
                "bad-report-retry-yes | field 'retry' must be true or false",
                "bad-report-retry-in-negative | field 'retryIn' is negative",
                "bad-report-retry-in-endless | field 'retryIn' must be at most 366 days",
                "bad-report-error-class-blank | an error needs a type",
                "bad-report-version-2 | unsupported version '2', expected 1",
                "bad-report-fraction | field 'fraction' must be between 0 and 1",
                "bad-report-time-beyond-reason | field 'at' must be a time between 1970 and 9999",
                "bad-report-worker-too-long | field 'worker' is longer than 100 characters",
            })
    void a_bad_report_is_rejected_with_a_reason_and_its_claim_is_known(String file, String reason) {
        Map<String, String> golden = GoldenFile.read(file);

        assertThatThrownBy(() -> WorkerReport.fromFields(golden))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage(reason);
        assertThat(ReportOrigin.of(golden)).map(ReportOrigin::claim).contains(CLAIM);
    }

    @Test
    void a_reason_quotes_only_the_beginning_of_a_value() {
        Map<String, String> golden = new HashMap<>(GoldenFile.read("bad-report"));
        golden.put("kind", "x\n".repeat(1_000_000));

        assertThatThrownBy(() -> WorkerReport.fromFields(golden)).hasMessage("unknown kind '" + "x?".repeat(20) + "…'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queues | Not A Queue",
                "queues | a,,b",
                "slots | 10001",
                "running | 01931b66-7c00-7000-8000-000000000001:0x1",
                "startedAt | -1",
            })
    void a_heartbeat_beyond_bounds_is_rejected(String field, String value) {
        Map<String, String> golden = new HashMap<>(GoldenFile.read("heartbeat"));
        golden.put(field, value);

        assertThatThrownBy(() -> WorkerHeartbeat.fromFields(golden)).isInstanceOf(UnreadableMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "host", "version", "queues", "types", "running"})
    void a_heartbeat_field_that_is_too_long_is_rejected(String field) {
        Map<String, String> golden = new HashMap<>(GoldenFile.read("heartbeat"));
        golden.put(field, "q,".repeat(1_000_000) + "q");

        assertThatThrownBy(() -> WorkerHeartbeat.fromFields(golden)).isInstanceOf(UnreadableMessage.class);
    }
}
