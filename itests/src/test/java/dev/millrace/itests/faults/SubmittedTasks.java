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

import dev.millrace.itests.client.Person;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One user's tasks: what was submitted against what became of it. {@link #settle} is the promise of the whole suite: every
 * task has exactly one outcome, none is lost, none is left behind, and its effect is there if it succeeded.
 */
final class SubmittedTasks {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("millrace.faults.patience", 180));
    private static final int BATCH = 500;
    private static final int MOST_STORIES = 1_000;

    private final FaultTestBed mill;
    private final Person registered;
    private final List<String> submitted = new ArrayList<>();

    private SubmittedTasks(FaultTestBed mill, Person registered) {
        this.mill = mill;
        this.registered = registered;
    }

    /** A new user's, who has no tasks yet. */
    static SubmittedTasks of(FaultTestBed mill) {
        return new SubmittedTasks(mill, mill.visitor().signedIn());
    }

    /** Submits so many of the same. */
    SubmittedTasks submit(int count, String type, String parameters) {
        for (int left = count; left > 0; left -= BATCH) {
            submitted.addAll(owner().submitsMany(Math.min(BATCH, left), type, parameters));
        }
        return this;
    }

    /** Takes down a task that was submitted in another way. */
    void add(String id) {
        submitted.add(id);
    }

    List<String> submitted() {
        return List.copyOf(submitted);
    }

    /** The owner, at a server that is up. */
    Person owner() {
        return registered.at(mill.visitor());
    }

    /** How many of these tasks have had their effect. */
    int applied() {
        Set<String> applied = mill.effects().applied();
        return (int) submitted.stream().filter(applied::contains).count();
    }

    /** Waits until the effects of so many are there. */
    void awaitApplied(int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> applied() >= count);
    }

    /** Waits until none waits, is queued or runs; {@code meanwhile} is done again and again. */
    void awaitAllFinished(Runnable meanwhile) {
        await().atMost(PATIENCE)
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

    /** Waits for the end of all and holds everything against everything; returns how many came to which end. */
    Map<String, Integer> settle() {
        return settle(() -> {});
    }

    /** As {@link #settle()}, with something to be done while it waits. */
    Map<String, Integer> settle(Runnable meanwhile) {
        awaitAllFinished(meanwhile);
        Leftovers.awaitNone(mill);
        List<JsonNode> listed = owner().tasks("");
        assertThat(listed)
                .as("the tasks in the record")
                .extracting(task -> task.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(submitted);
        Map<String, Set<String>> ends = listed.stream()
                .collect(groupingBy(
                        task -> task.path("state").asText(),
                        TreeMap::new,
                        mapping(task -> task.path("id").asText(), toSet())));
        assertThat(mill.effects().applied())
                .as("tasks whose effect is there")
                .containsAll(ends.getOrDefault("SUCCEEDED", Set.of()));
        stories().forEach(TaskHistory::hasOneOutcome);
        return ends.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().size()));
    }

    /** All that is known of each of the tasks; of a thousand spread over them if there are more. */
    List<TaskHistory> stories() {
        int step = 1 + (submitted.size() - 1) / MOST_STORIES;
        return fetch(IntStream.range(0, submitted.size())
                .filter(i -> i % step == 0)
                .mapToObj(submitted::get)
                .toList());
    }

    /** All that is known of some of them. */
    List<TaskHistory> fetch(List<String> ids) {
        Supplier<Person> owner = this::owner;
        return ids.parallelStream()
                .map(id -> new TaskHistory(owner.get().task(id)))
                .toList();
    }
}
