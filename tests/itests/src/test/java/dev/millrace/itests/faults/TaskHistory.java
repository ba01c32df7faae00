package dev.millrace.itests.faults;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** One task as the REST API shows it, with its timeline. */
record TaskHistory(JsonNode task) {
    private static final Set<String> FAILURES = Set.of("failed", "lost");

    String id() {
        return task.path("id").asText();
    }

    String state() {
        return task.path("state").asText();
    }

    int attempt() {
        return task.path("attempt").asInt();
    }

    String worker() {
        return task.path("worker").asText();
    }

    /** How often the task has changed. */
    long revision() {
        return task.path("revision").asLong();
    }

    /** The types of the errors of its failed attempts, in order. */
    List<String> errors() {
        return timeline().stream()
                .filter(moment -> FAILURES.contains(kind(moment)) && moment.has("error"))
                .map(moment -> moment.path("error").path("type").asText())
                .toList();
    }

    /** How many entries of that kind the timeline has. */
    long count(String kind) {
        return timeline().stream().filter(moment -> kind(moment).equals(kind)).count();
    }

    /** Checks: each attempt has one outcome, the last one is the task's, and the timeline agrees with the state. */
    void hasOneOutcome() {
        long failures = errors().size();
        switch (state()) {
            case "SUCCEEDED" -> {
                assertThat(count("succeeded")).as("successes of %s", task).isEqualTo(1);
                assertThat(count("cancelled")).as("cancellations of %s", task).isZero();
                assertThat(failures).as("failed attempts of %s", task).isEqualTo(attempt() - 1);
                assertThat(task.path("result").path("task").asText()).isEqualTo(id());
                assertThat(task.path("result").path("attempt").asInt()).isEqualTo(attempt());
            }
            case "CANCELLED" -> {
                assertThat(count("cancelled")).as("cancellations of %s", task).isEqualTo(1);
                assertThat(count("succeeded")).as("successes of %s", task).isZero();
            }
            case "FAILED" -> {
                assertThat(count("succeeded") + count("cancelled"))
                        .as("other ends of %s", task)
                        .isZero();
                assertThat(failures).as("failed attempts of %s", task).isEqualTo(attempt());
            }
            default -> throw new AssertionError("has not ended: " + task);
        }
    }

    private List<JsonNode> timeline() {
        return StreamSupport.stream(task.path("timeline").spliterator(), false).toList();
    }

    private static String kind(JsonNode moment) {
        return moment.path("kind").asText();
    }
}
