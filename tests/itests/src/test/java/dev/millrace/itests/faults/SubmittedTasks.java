package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.millrace.testkit.client.SignedInClient;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One user's submitted tasks, compared with their outcomes. {@link #settle} checks the promise of the whole suite. Each task
 * has exactly one outcome, none is lost or left behind, and the effect of each succeeded task is there.
 */
final class SubmittedTasks {
    private static final Duration TIMEOUT = Duration.ofSeconds(Integer.getInteger("millrace.faults.patience", 180));
    private static final int BATCH = 500;
    private static final int MAX_HISTORIES = 1_000;

    private final FaultTestBed testBed;
    private final SignedInClient registered;
    private final List<String> ids = new ArrayList<>();

    private SubmittedTasks(FaultTestBed testBed, SignedInClient registered) {
        this.testBed = testBed;
        this.registered = registered;
    }

    /** The tasks of a new user, who has none yet. */
    static SubmittedTasks of(FaultTestBed testBed) {
        return new SubmittedTasks(testBed, testBed.apiClient().signedIn());
    }

    /** Submits the same task so many times. */
    SubmittedTasks submit(int count, String type, String parameters) {
        for (int left = count; left > 0; left -= BATCH) {
            ids.addAll(owner().submitsMany(Math.min(BATCH, left), type, parameters));
        }
        return this;
    }

    /** Adds a task that the test has submitted in another way. */
    void add(String id) {
        ids.add(id);
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    /** The owner, at a server that is up. */
    SignedInClient owner() {
        return registered.at(testBed.apiClient());
    }

    /** The number of these tasks that have had their effect. */
    int applied() {
        Set<String> applied = testBed.effects().applied();
        return (int) ids.stream().filter(applied::contains).count();
    }

    /** Waits until so many tasks have had their effect. */
    void awaitApplied(int count) {
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20)).until(() -> applied() >= count);
    }

    /** Waits until no task waits, is queued or runs; calls {@code meanwhile} again and again. */
    void awaitAllFinished(Runnable meanwhile) {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> {
                    meanwhile.run();
                    return owner().get("api/tasks?limit=1&state=WAITING,QUEUED,RUNNING")
                            .expecting(200)
                            .json()
                            .path("items")
                            .isEmpty();
                });
    }

    /** Waits until all tasks have ended and checks them all; returns how many ended in which state. */
    Map<String, Integer> settle() {
        return settle(() -> {});
    }

    /** As {@link #settle()}; calls {@code meanwhile} while it waits. */
    Map<String, Integer> settle(Runnable meanwhile) {
        awaitAllFinished(meanwhile);
        Leftovers.awaitNone(testBed);
        List<JsonNode> listed = owner().tasks("");
        assertThat(listed)
                .as("the tasks in the record")
                .extracting(task -> task.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
        Map<String, Set<String>> ends = listed.stream()
                .collect(groupingBy(
                        task -> task.path("state").asText(),
                        TreeMap::new,
                        mapping(task -> task.path("id").asText(), toSet())));
        assertThat(testBed.effects().applied())
                .as("tasks whose effect is there")
                .containsAll(ends.getOrDefault("SUCCEEDED", Set.of()));
        histories().forEach(TaskHistory::hasOneOutcome);
        return ends.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().size()));
    }

    /** The histories of all tasks; if there are more than a thousand, of tasks evenly spread over them. */
    List<TaskHistory> histories() {
        int step = 1 + (ids.size() - 1) / MAX_HISTORIES;
        return fetch(IntStream.range(0, ids.size())
                .filter(i -> i % step == 0)
                .mapToObj(ids::get)
                .toList());
    }

    /** The histories of some tasks. */
    List<TaskHistory> fetch(List<String> ids) {
        Supplier<SignedInClient> owner = this::owner;
        return ids.parallelStream()
                .map(id -> new TaskHistory(owner.get().task(id)))
                .toList();
    }
}
