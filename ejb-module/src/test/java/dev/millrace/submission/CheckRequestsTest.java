package dev.millrace.submission;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.millrace.catalogue.TestAnnouncements;
import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.request.TaskRequest;
import dev.millrace.task.AttemptPolicy;
import dev.millrace.task.QueueModes;
import dev.millrace.task.TaskPlan;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CheckRequestsTest {
    private final Set<String> declared = new HashSet<>(Set.of("default", "fast"));
    private final CheckRequests check = new CheckRequests(
            TestAnnouncements.catalogueOf(
                    new MutableClock(NOW), TestAnnouncements.of("reverse_string"), TestAnnouncements.of("other")),
            new QueueModes() {
                @Override
                public Set<String> undeclared(Collection<String> names) {
                    return names.stream()
                            .filter(name -> !declared.contains(name))
                            .collect(Collectors.toSet());
                }
            });

    @Test
    void an_absent_property_has_the_types_default() {
        TaskPlan plan = planOf("{\"type\": \"reverse_string\", \"parameters\": {\"text\": \"mill\"}}");

        assertThat(plan)
                .usingRecursiveComparison()
                .isEqualTo(new TaskPlan(
                        "reverse_string",
                        "default",
                        "{\"text\":\"mill\"}",
                        TaskRequest.DEFAULT_PRIORITY,
                        null,
                        new AttemptPolicy(4, Duration.ofSeconds(90), Duration.ofSeconds(2), Duration.ofMinutes(3)),
                        null,
                        null));
    }

    @Test
    void a_property_of_the_request_overrides_the_types() {
        TaskPlan plan = planOf(
                """
                {"type": "reverse_string", "parameters": {"text": "mill"}, "queue": "fast", "priority": 1,
                 "runAt": "2026-01-01T00:00:00Z", "timeoutSeconds": 7, "maxAttempts": 2}
                """);

        assertThat(plan.queue()).isEqualTo("fast");
        assertThat(plan.priority()).isEqualTo(1);
        assertThat(plan.runAt()).isEqualTo(NOW);
        assertThat(plan.attempts().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(plan.attempts().maxAttempts()).isEqualTo(2);
    }

    @Test
    void bad_parameters_are_reported_for_every_task_of_a_batch() {
        List<TaskRequest> requests = ParseTaskRequests.parseBatch(
                """
                {"tasks": [{"type": "reverse_string", "parameters": {"text": "much too long a text"}},
                           {"type": "other", "parameters": {"text": "fine"}},
                           {"type": "other"}]}
                """,
                10);

        InvalidRequest rejection = catchThrowableOfType(InvalidRequest.class, () -> check.checkAll(requests));

        assertThat(rejection.faults())
                .extracting(Fault::pointer)
                .containsExactly("/tasks/0/parameters/text", "/tasks/2/parameters/text");
    }

    @Test
    void an_undeclared_queue_is_rejected_with_its_pointer() {
        List<TaskRequest> requests = ParseTaskRequests.parseBatch(
                """
                {"tasks": [{"type": "other", "parameters": {"text": "fine"}, "queue": "fast"},
                           {"type": "other", "parameters": {"text": "fine"}, "queue": "made-up"}]}
                """,
                10);

        InvalidRequest rejection = catchThrowableOfType(InvalidRequest.class, () -> check.checkAll(requests));

        assertThat(rejection.faults()).extracting(Fault::pointer).containsExactly("/tasks/1/queue");
        assertThat(rejection.faults().get(0).detail()).isEqualTo("unknown queue");
    }

    @Test
    void a_type_whose_queue_could_not_be_declared_needs_another_one() {
        declared.remove("default");

        InvalidRequest rejection = catchThrowableOfType(
                InvalidRequest.class, () -> planOf("{\"type\": \"other\", \"parameters\": {\"text\": \"fine\"}}"));

        assertThat(rejection.faults()).extracting(Fault::pointer).containsExactly("/queue");
        assertThat(rejection.faults().get(0).detail()).contains("is required");
    }

    @Test
    void an_unknown_type_is_a_problem_of_its_own_at_its_place() {
        String second =
                "{\"tasks\": [{\"type\": \"other\", \"parameters\": {\"text\": \"fine\"}}, {\"type\": \"unheard_of\"}]}";

        assertThat(catchThrowableOfType(UnknownTaskType.class, () -> planOf("{\"type\": \"unheard_of\"}"))
                        .faults())
                .containsExactly(new Fault("/type", "unknown task type"));
        assertThat(catchThrowableOfType(
                                UnknownTaskType.class, () -> check.checkAll(ParseTaskRequests.parseBatch(second, 10)))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/tasks/1/type");
    }

    private TaskPlan planOf(String body) {
        return check.checkAll(List.of(ParseTaskRequests.parseOne(body))).get(0);
    }
}
