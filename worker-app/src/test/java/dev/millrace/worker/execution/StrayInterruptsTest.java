package dev.millrace.worker.execution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.testkit.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;

/** A handler shares its process with the worker's own threads, and can interrupt them. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@Tag("slow")
class StrayInterruptsTest {
    private static final int THREAD_LOST = 71;

    @RegisterExtension
    final WorkerProcessTestBed testBed = new WorkerProcessTestBed();

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000"})
    void a_worker_continues_after_a_handler_has_interrupted_every_thread(String millis) throws Exception {
        Process worker = testBed.start(Map.of());

        Claim culprit = testBed.dispatch("interrupt_all", millis);

        assertThat(testBed.outcome(culprit)).containsEntry("kind", "succeeded");
        assertThat(testBed.outcome(testBed.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
        assertThat(testBed.outcome(testBed.dispatch(RedisTestBed.QUEUE, "sleep", "x", Duration.ofMillis(100))))
                .containsEntry("errorClass", "TaskTimedOut");
        Claim cancelled = testBed.dispatch("sleep", "x");
        testBed.awaitStart(cancelled);
        testBed.orderToStop(cancelled);
        assertThat(testBed.outcome(cancelled)).containsEntry("kind", "cancelled");
        assertThat(worker.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000"})
    void an_interrupt_costs_no_isolated_neighbour_its_attempt(String millis) throws Exception {
        testBed.start(Map.of());
        Claim neighbour = testBed.dispatch("isolated_sleep", "3000");
        testBed.awaitStart(neighbour);

        testBed.dispatch("interrupt_all", millis);

        assertThat(testBed.outcome(neighbour)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_worker_interrupted_while_it_stops_finishes_its_task() throws Exception {
        Process worker = testBed.start(Map.of());
        Claim culprit = testBed.dispatch("interrupt_all", "2000");
        testBed.awaitStart(culprit);

        worker.destroy();
        worker.waitFor();

        assertThat(testBed.outcome(culprit)).containsEntry("kind", "succeeded");
    }

    @Test
    void metrics_are_still_served() throws Exception {
        int port = Ports.free();
        testBed.start(Map.of("MILLRACE_METRICS_PORT", Integer.toString(port)));

        testBed.outcome(testBed.dispatch("interrupt_all", "0"));

        assertThat(scrape(port)).isEqualTo(200);
        assertThat(scrape(port)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnabledForJreRange(max = JRE.JAVA_19) // later ones let no thread be ended
    @ValueSource(strings = {"millrace-orders", "millrace-reader", "millrace-writer"})
    void a_worker_that_loses_a_thread_of_its_own_ends_with_a_code_of_its_own(String thread) throws Exception {
        Process worker = testBed.start(Map.of());

        testBed.dispatch("end_thread", thread);

        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isEqualTo(THREAD_LOST);
    }

    private static int scrape(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
