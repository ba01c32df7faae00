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

    IsolationFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void a_killed_child_costs_an_attempt_of_its_task_only() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed);
        List<String> bad = submitAmidOthers(submitted, "LINGER");
        Set<Long> killed = new HashSet<>();

        assertThat(submitted.settle(() -> killChildrenOf(bad, killed)))
                .isEqualTo(Map.of("SUCCEEDED", BAD + GOOD + OTHERS));
        assertThat(killed).hasSize(BAD);
        costOneAttempt(submitted, bad, "ChildProcessLost");
    }

    @Test
    void a_spinning_child_is_killed_at_its_hard_limit() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed);
        List<String> bad = submitAmidOthers(submitted, "SPIN");

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", BAD + GOOD + OTHERS));
        costOneAttempt(submitted, bad, "TaskTimedOut");
    }

    @Test
    void a_child_out_of_memory_ends_no_other_process() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed);
        List<String> bad = submitAmidOthers(submitted, "HOARD");

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", BAD + GOOD + OTHERS));
        costOneAttempt(submitted, bad, "OutOfMemory");
    }

    @Test
    void a_child_that_breaks_in_any_way_costs_its_task_one_attempt() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed);
        Map<String, List<String>> errors = new HashMap<>();
        Map.of(
                        "EXIT", List.of("HandlerExited"),
                        "MUTE", List.of(Mute.class.getName()),
                        "RETRY", List.of(RetryLater.class.getName()),
                        "SHARE", List.<String>of())
                .forEach((first, expected) ->
                        submitAmidOthers(submitted, first).forEach(task -> errors.put(task, expected)));

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 4 * (BAD + GOOD + OTHERS)));
        assertThat(submitted.histories()).allSatisfy(history -> assertThat(history.errors())
                .as("errors of %s", history)
                .isEqualTo(errors.getOrDefault(history.id(), List.of())));
    }

    private static List<String> submitAmidOthers(SubmittedTasks submitted, String first) {
        int before = submitted.ids().size();
        submitted.submit(BAD, "fault_isolated", "{\"first\":\"" + first + "\"}");
        List<String> bad = List.copyOf(submitted.ids().subList(before, before + BAD));
        submitted.submit(OTHERS, "fault_apply", millis(500)).submit(GOOD, "fault_isolated", "{\"first\":\"NONE\"}");
        return bad;
    }

    private void killChildrenOf(List<String> tasks, Set<Long> killed) {
        for (Beginning beginning : testBed.effects().beginnings()) {
            if (tasks.contains(beginning.task()) && beginning.attempt() == 1 && killed.add(beginning.pid())) {
                ProcessHandle.of(beginning.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static void costOneAttempt(SubmittedTasks submitted, List<String> bad, String error) {
        assertThat(submitted.histories()).allSatisfy(history -> assertThat(history.errors())
                .as("errors of %s", history)
                .isEqualTo(bad.contains(history.id()) ? List.of(error) : List.of()));
    }
}
