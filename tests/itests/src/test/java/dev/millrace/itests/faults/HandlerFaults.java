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

    HandlerFaults(FaultTestBed mill) {
        super(mill);
    }

    @Test
    void a_task_longer_than_every_timeout_of_the_transport_runs_once() {
        SubmittedTasks ledger = SubmittedTasks.of(mill)
                .submit(80, "fault_apply", millis(LONGER_THAN_ANY_TIMEOUT))
                .submit(200, "fault_apply", millis(100));

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 280));
        assertThat(timesBegun(ledger)).hasSize(280).allSatisfy((task, times) -> assertThat(times)
                .as("beginnings of %s", task)
                .isEqualTo(1));
    }

    @Test
    void a_worker_that_finds_redis_again_later_than_the_servers_do_keeps_its_tasks() {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(80, "fault_apply", millis(30_000));
        await().atMost(ofSeconds(60)).until(() -> timesBegun(ledger).size() == 80);

        mill.redisNetworks().forEach(FaultProxy::stall);
        await().atMost(ofSeconds(30)).until(() -> mill.beats() == 0);
        mill.redisNetworks().forEach(FaultProxy::lose);

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 80));
        assertThat(ledger.stories())
                .allSatisfy(story -> assertThat(story.errors()).isEmpty());
    }

    @Test
    void a_task_that_kills_its_worker_each_time_fails_and_the_others_go_on(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(100 + chance.nextInt(100), "fault_apply", millis(200));
        int harmless = ledger.submitted().size();
        ledger.submit(3, "fault_poison", millis(chance.nextInt(100)));
        List<String> poison = ledger.submitted().subList(harmless, harmless + 3);
        ledger.submit(300 - harmless, "fault_apply", millis(200));

        assertThat(ledger.settle(mill::superviseWorkers)).isEqualTo(Map.of("FAILED", 3, "SUCCEEDED", 300));
        assertThat(ledger.fetch(poison)).allSatisfy(story -> {
            assertThat(story.state()).isEqualTo("FAILED");
            assertThat(story.errors()).containsExactly("WorkerLost", "WorkerLost");
        });
        assertThat(mill.effects().applied()).doesNotContainAnyElementsOf(poison);
    }

    @Test
    void a_task_that_exits_its_worker_each_time_fails_and_costs_the_others_nothing(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(100, "fault_apply", millis(200));
        ledger.submit(3, "fault_exit", millis(chance.nextInt(100)));
        List<String> exiting = List.copyOf(ledger.submitted().subList(100, 103));
        ledger.submit(200, "fault_apply", millis(200));

        assertThat(ledger.settle(mill::superviseWorkers)).isEqualTo(Map.of("FAILED", 3, "SUCCEEDED", 300));
        assertThat(ledger.stories()).allSatisfy(story -> assertThat(story.errors())
                .as("errors of %s", story)
                .isEqualTo(exiting.contains(story.id()) ? List.of("HandlerExited", "HandlerExited") : List.of()));
    }

    private Map<String, Long> timesBegun(SubmittedTasks ledger) {
        List<String> mine = ledger.submitted();
        return mill.effects().beginnings().stream()
                .filter(beginning -> mine.contains(beginning.task()))
                .collect(groupingBy(Beginning::task, counting()));
    }
}
