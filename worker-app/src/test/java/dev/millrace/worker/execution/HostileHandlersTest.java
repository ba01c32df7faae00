package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.contract.ReportLimits;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.contract.WorkerReport;
import dev.millrace.testhandlers.Break;
import dev.millrace.testhandlers.IsolatedBreak;

import static org.assertj.core.api.Assertions.assertThat;

/** A handler that throws or returns an invalid value ends its attempt, in the worker's process and in a child alike. */
@Timeout(180)
@Tag("slow")
class HostileHandlersTest {
    private static final Map<String, String> ERRORS = new LinkedHashMap<>();

    static {
        ERRORS.put("mute", "dev.millrace.testhandlers.Hostile$Mute");
        ERRORS.put("mute-error", "java.lang.Error");
        ERRORS.put("endless", "dev.millrace.testhandlers.Hostile$Endless");
        ERRORS.put("circle", "java.lang.Exception");
        ERRORS.put("refusal", "dev.millrace.worker.api.DoNotRetry");
        ERRORS.put("retry-null", "dev.millrace.worker.api.RetryLater");
        ERRORS.put("retry-endless", "dev.millrace.worker.api.RetryLater");
        ERRORS.put("retry-negative", "dev.millrace.worker.api.RetryLater");
        ERRORS.put("retry-undecided", "dev.millrace.testhandlers.Hostile$Undecided");
        ERRORS.put("memory", "java.lang.OutOfMemoryError");
        ERRORS.put("death", "java.lang.ThreadDeath");
        ERRORS.put("huge", "java.lang.IllegalStateException");
        ERRORS.put("half", "java.lang.IllegalStateException");
        ERRORS.put("sneaky", "java.lang.ReflectiveOperationException");
        ERRORS.put("overflow", "java.lang.StackOverflowError");
        ERRORS.put("null", "InvalidResult");
        ERRORS.put("accessor", "InvalidResult");
    }

    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(new Break(), new IsolatedBreak());

    @ParameterizedTest
    @ValueSource(strings = {"break", "isolated_break"})
    void an_attempt_ends_with_anything_its_handler_throws_or_returns(String type) {
        Map<String, Claim> claims = new LinkedHashMap<>();

        ERRORS.keySet().forEach(kind -> claims.put(kind, testBed.dispatch(type, kind)));

        claims.forEach((kind, claim) -> assertThat(testBed.outcome(claim))
                .as(kind)
                .containsEntry("errorClass", ERRORS.get(kind))
                .satisfies(HostileHandlersTest::isReadable));
        assertThat(testBed.outcome(testBed.dispatch(type, "accessor"))).containsEntry("kind", "failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"break", "isolated_break"})
    void an_impossible_retry_delay_is_dropped_or_limited(String type) {
        assertThat(testBed.outcome(testBed.dispatch(type, "retry-null"))).doesNotContainKey("retryIn");
        assertThat(testBed.outcome(testBed.dispatch(type, "retry-undecided"))).doesNotContainKey("retryIn");
        assertThat(testBed.outcome(testBed.dispatch(type, "retry-negative"))).containsEntry("retryIn", "0");
        assertThat(testBed.outcome(testBed.dispatch(type, "retry-endless")))
                .containsEntry("retryIn", Long.toString(ReportLimits.RETRY_IN.toMillis()));
    }

    private static void isReadable(Map<String, String> fields) throws UnreadableMessage {
        var failed = (WorkerReport.Failed) WorkerReport.fromFields(fields);

        assertThat(failed.retryIn()).satisfiesAnyOf(wait -> assertThat(wait).isNull(), wait -> assertThat(wait)
                .isBetween(Duration.ZERO, ReportLimits.RETRY_IN));
    }
}
