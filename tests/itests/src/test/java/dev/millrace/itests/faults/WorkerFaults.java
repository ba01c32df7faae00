package dev.millrace.itests.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.millrace.itests.faults.Effects.Beginning;
import dev.millrace.testkit.server.WorkerProcess;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Workers that stop without a word. */
abstract class WorkerFaults extends FaultScenarios {
    WorkerFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void a_killed_workers_tasks_are_finished_by_the_other(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(600, "fault_apply", millis(500));
        submitted.awaitApplied(20 + random.nextInt(200));

        oneOf(testBed.workers(), random).kill();

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
        assertThat(submitted.histories())
                .filteredOn(history -> history.attempt() > 1)
                .hasSizeBetween(1, 2 * FaultTestBed.SLOTS) // its running tasks, and outcomes not sent yet
                .allSatisfy(history -> assertThat(history.errors()).containsExactly("WorkerLost"));
    }

    @Test
    void a_frozen_workers_late_outcomes_change_nothing(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(300, "fault_apply", millis(2_500));
        submitted.awaitApplied(1 + random.nextInt(60));

        WorkerProcess victim = oneOf(testBed.workers(), random);
        victim.freeze();
        Set<String> held = begunBy(victim.pid());
        held.retainAll(submitted.ids());
        held.removeAll(testBed.effects().applied());
        await().atMost(ofSeconds(60)).until(() -> begunAgain(held));
        victim.thaw();

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 300));
        assertThat(submitted.fetch(List.copyOf(held)))
                .filteredOn(history -> history.count("lost") > 0)
                .isNotEmpty()
                .allSatisfy(history -> {
                    assertThat(history.errors()).containsExactly("WorkerLost");
                    assertThat(history.attempt()).isEqualTo(2);
                });
    }

    private Set<String> begunBy(long pid) {
        return testBed.effects().beginnings().stream()
                .filter(beginning -> beginning.pid() == pid)
                .map(Beginning::task)
                .collect(Collectors.toSet());
    }

    private boolean begunAgain(Set<String> held) {
        return testBed.effects().beginnings().stream()
                .anyMatch(beginning -> held.contains(beginning.task()) && beginning.attempt() == 2);
    }
}
