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
    WorkerFaults(FaultTestBed mill) {
        super(mill);
    }

    @Test
    void a_killed_workers_tasks_are_finished_by_the_other(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(600, "fault_apply", millis(500));
        ledger.awaitApplied(20 + chance.nextInt(200));

        oneOf(mill.workers(), chance).kill();

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
        assertThat(ledger.stories())
                .filteredOn(story -> story.attempt() > 1)
                .hasSizeBetween(1, 2 * FaultTestBed.SLOTS) // its running tasks, and outcomes not sent yet
                .allSatisfy(story -> assertThat(story.errors()).containsExactly("WorkerLost"));
    }

    @Test
    void a_frozen_workers_late_outcomes_change_nothing(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(300, "fault_apply", millis(2_500));
        ledger.awaitApplied(1 + chance.nextInt(60));

        WorkerProcess victim = oneOf(mill.workers(), chance);
        victim.freeze();
        Set<String> held = begunBy(victim.pid());
        held.retainAll(ledger.submitted());
        held.removeAll(mill.effects().applied());
        await().atMost(ofSeconds(60)).until(() -> begunAgain(held));
        victim.thaw();

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 300));
        assertThat(ledger.fetch(List.copyOf(held)))
                .filteredOn(story -> story.count("lost") > 0)
                .isNotEmpty()
                .allSatisfy(story -> {
                    assertThat(story.errors()).containsExactly("WorkerLost");
                    assertThat(story.attempt()).isEqualTo(2);
                });
    }

    private Set<String> begunBy(long pid) {
        return mill.effects().beginnings().stream()
                .filter(beginning -> beginning.pid() == pid)
                .map(Beginning::task)
                .collect(Collectors.toSet());
    }

    private boolean begunAgain(Set<String> held) {
        return mill.effects().beginnings().stream()
                .anyMatch(beginning -> held.contains(beginning.task()) && beginning.attempt() == 2);
    }
}
