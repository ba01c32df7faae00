package dev.millrace.itests.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.millrace.itests.faults.Effects.Beginning;
import dev.millrace.itests.faults.handlers.Mute;
import dev.millrace.worker.api.RetryLater;

import static org.assertj.core.api.Assertions.assertThat;

/** Child processes that end, or that something kills, amid their task, while the worker's other tasks go on. */
abstract class IsolationFaults extends FaultScenarios {
    private static final int BAD = 5;
    private static final int GOOD = 60;
    private static final int OTHERS = 200;

    IsolationFaults(FaultTestBed mill) {
        super(mill);
    }

    @Test
    void a_killed_child_costs_its_task_one_attempt_and_the_others_nothing() {
        SubmittedTasks ledger = SubmittedTasks.of(mill);
        List<String> bad = submitAmidOthers(ledger, "LINGER");
        Set<Long> killed = new HashSet<>();

        assertThat(ledger.settle(() -> killChildrenOf(bad, killed)))
                .isEqualTo(Map.of("SUCCEEDED", BAD + GOOD + OTHERS));
        assertThat(killed).hasSize(BAD);
        costOneAttempt(ledger, bad, "ChildProcessLost");
    }

    @Test
    void a_spinning_child_is_killed_at_its_hard_limit() {
        SubmittedTasks ledger = SubmittedTasks.of(mill);
        List<String> bad = submitAmidOthers(ledger, "SPIN");

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", BAD + GOOD + OTHERS));
        costOneAttempt(ledger, bad, "TaskTimedOut");
    }

    @Test
    void a_child_out_of_memory_takes_nobody_along() {
        SubmittedTasks ledger = SubmittedTasks.of(mill);
        List<String> bad = submitAmidOthers(ledger, "HOARD");

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", BAD + GOOD + OTHERS));
        costOneAttempt(ledger, bad, "OutOfMemory");
    }

    @Test
    void a_child_that_breaks_in_any_way_costs_its_task_one_attempt() {
        SubmittedTasks ledger = SubmittedTasks.of(mill);
        Map<String, List<String>> errors = new HashMap<>();
        Map.of(
                        "EXIT", List.of("HandlerExited"),
                        "MUTE", List.of(Mute.class.getName()),
                        "RETRY", List.of(RetryLater.class.getName()),
                        "SHARE", List.<String>of())
                .forEach((first, expected) ->
                        submitAmidOthers(ledger, first).forEach(task -> errors.put(task, expected)));

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 4 * (BAD + GOOD + OTHERS)));
        assertThat(ledger.stories()).allSatisfy(story -> assertThat(story.errors())
                .as("errors of %s", story)
                .isEqualTo(errors.getOrDefault(story.id(), List.of())));
    }

    private static List<String> submitAmidOthers(SubmittedTasks ledger, String first) {
        int before = ledger.submitted().size();
        ledger.submit(BAD, "fault_isolated", "{\"first\":\"" + first + "\"}");
        List<String> bad = List.copyOf(ledger.submitted().subList(before, before + BAD));
        ledger.submit(OTHERS, "fault_apply", millis(500)).submit(GOOD, "fault_isolated", "{\"first\":\"NONE\"}");
        return bad;
    }

    private void killChildrenOf(List<String> tasks, Set<Long> killed) {
        for (Beginning beginning : mill.effects().beginnings()) {
            if (tasks.contains(beginning.task()) && beginning.attempt() == 1 && killed.add(beginning.pid())) {
                ProcessHandle.of(beginning.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static void costOneAttempt(SubmittedTasks ledger, List<String> bad, String error) {
        assertThat(ledger.stories()).allSatisfy(story -> assertThat(story.errors())
                .as("errors of %s", story)
                .isEqualTo(bad.contains(story.id()) ? List.of(error) : List.of()));
    }
}
