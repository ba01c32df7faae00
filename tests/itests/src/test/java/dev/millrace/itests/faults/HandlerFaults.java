package dev.millrace.itests.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.millrace.itests.faults.Effects.Beginning;
import dev.millrace.testkit.network.FaultProxy;

import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Handlers that take long, or that kill their worker. */
abstract class HandlerFaults extends FaultScenarios {
    /** More than the life of a heartbeat (10 s) and the silence after it (3 s), which are the longest. */
    private static final int LONGER_THAN_ANY_TIMEOUT = 17_000;

    HandlerFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void a_task_longer_than_every_timeout_of_the_transport_runs_once() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed)
                .submit(80, "fault_apply", millis(LONGER_THAN_ANY_TIMEOUT))
                .submit(200, "fault_apply", millis(100));

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 280));
        assertThat(timesBegun(submitted)).hasSize(280).allSatisfy((task, times) -> assertThat(times)
                .as("beginnings of %s", task)
                .isEqualTo(1));
    }

    @Test
    void a_worker_that_reconnects_to_redis_after_the_servers_keeps_its_tasks() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(80, "fault_apply", millis(30_000));
        await().atMost(ofSeconds(60)).until(() -> timesBegun(submitted).size() == 80);

        testBed.redisNetworks().forEach(FaultProxy::stall);
        await().atMost(ofSeconds(30)).until(() -> testBed.liveWorkers() == 0);
        testBed.redisNetworks().forEach(FaultProxy::lose);

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 80));
        assertThat(submitted.histories())
                .allSatisfy(history -> assertThat(history.errors()).isEmpty());
    }

    @Test
    void a_task_that_kills_its_worker_each_time_fails_and_the_others_continue(Random random) {
        SubmittedTasks submitted =
                SubmittedTasks.of(testBed).submit(100 + random.nextInt(100), "fault_apply", millis(200));
        int harmless = submitted.ids().size();
        submitted.submit(3, "fault_poison", millis(random.nextInt(100)));
        List<String> poison = submitted.ids().subList(harmless, harmless + 3);
        submitted.submit(300 - harmless, "fault_apply", millis(200));

        assertThat(submitted.settle(testBed::superviseWorkers)).isEqualTo(Map.of("FAILED", 3, "SUCCEEDED", 300));
        assertThat(submitted.fetch(poison)).allSatisfy(history -> {
            assertThat(history.state()).isEqualTo("FAILED");
            assertThat(history.errors()).containsExactly("WorkerLost", "WorkerLost");
        });
        assertThat(testBed.effects().applied()).doesNotContainAnyElementsOf(poison);
    }

    @Test
    void a_task_that_exits_its_worker_each_time_fails_and_costs_the_others_no_attempt(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(100, "fault_apply", millis(200));
        submitted.submit(3, "fault_exit", millis(random.nextInt(100)));
        List<String> exiting = List.copyOf(submitted.ids().subList(100, 103));
        submitted.submit(200, "fault_apply", millis(200));

        assertThat(submitted.settle(testBed::superviseWorkers)).isEqualTo(Map.of("FAILED", 3, "SUCCEEDED", 300));
        assertThat(submitted.histories()).allSatisfy(history -> assertThat(history.errors())
                .as("errors of %s", history)
                .isEqualTo(exiting.contains(history.id()) ? List.of("HandlerExited", "HandlerExited") : List.of()));
    }

    private Map<String, Long> timesBegun(SubmittedTasks submitted) {
        List<String> mine = submitted.ids();
        return testBed.effects().beginnings().stream()
                .filter(beginning -> mine.contains(beginning.task()))
                .collect(groupingBy(Beginning::task, counting()));
    }
}
