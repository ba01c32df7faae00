package dev.millrace.itests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.Stack;

import static dev.millrace.testkit.client.EventKinds.QUEUED;
import static dev.millrace.testkit.client.EventKinds.RUNNING;
import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static dev.millrace.testkit.client.EventKinds.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SharedStack.class)
class EndToEndIT {
    private final ApiClient apiClient;

    EndToEndIT(Stack stack) {
        apiClient = ApiClient.at(stack.server().address());
    }

    @Test
    void only_its_owner_receives_a_result() {
        SignedInClient owner = apiClient.signedIn().listening();
        SignedInClient otherUser = apiClient.signedIn().listening();

        String task = owner.submits("reverse_string", "{\"text\":\"mill\"}")
                .path("id")
                .asText();

        assertThat(owner.next(SUCCEEDED).result()).isEqualTo("{\"reversedText\":\"llim\"}");
        assertThat(otherUser.received()).isEmpty();
        assertThat(otherUser.get("api/tasks/" + task).expecting(404).problem()).isNotEmpty();
        assertThat(otherUser.tasks("")).isEmpty();
    }

    @Test
    void every_step_reaches_both_tabs_in_order() {
        SignedInClient owner = apiClient.signedIn().listening();
        var secondTab = owner.opensSocket(null).inbox();
        secondTab.next("ready");

        String task = owner.submits("reverse_string", "{\"text\":\"añ👨‍👩‍👧\"}")
                .path("id")
                .asText();

        assertThat(owner.next(SUCCEEDED).result()).isEqualTo("{\"reversedText\":\"👨‍👩‍👧ña\"}");
        secondTab.next(SUCCEEDED);
        assertThat(owner.inbox().states(task)).containsExactly(WAITING, QUEUED, RUNNING, SUCCEEDED);
        assertThat(secondTab.states(task)).containsExactly(WAITING, QUEUED, RUNNING, SUCCEEDED);
    }

    @Test
    void a_finished_task_shows_its_timeline() {
        SignedInClient owner = apiClient.signedIn().listening();

        String id = owner.submits("generate_random_number", "{\"min_value\":7,\"max_value\":7}")
                .path("id")
                .asText();
        owner.next(SUCCEEDED);

        var task = owner.task(id);
        assertThat(task.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(task.path("attempt").asInt()).isEqualTo(1);
        assertThat(task.path("worker").asText()).isNotEmpty();
        assertThat(task.path("timeline"))
                .extracting(entry -> entry.path("kind").asText())
                .containsSubsequence("submitted", "queued", "started", "succeeded");
    }

    @Test
    void the_catalogue_offers_the_types_that_the_worker_announced() {
        SignedInClient user = apiClient.signedIn();

        var type = user.get("api/task-types/reverse_string").expecting(200).json();

        assertThat(type.path("workersOnline").asInt()).isPositive();
        assertThat(type.path("parametersSchema").path("properties").has("text")).isTrue();
        assertThat(user.submits("reverse_string", type.path("example").toString())
                        .path("id")
                        .asText())
                .isNotEmpty();
    }
}
