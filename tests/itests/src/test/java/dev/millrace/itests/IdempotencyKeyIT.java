package dev.millrace.itests;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.Stack;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SharedStack.class)
class IdempotencyKeyIT {
    private static final String MILL = "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"}}";
    private static final String RACE = "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"race\"}}";

    private final URI base;
    private final ApiClient apiClient;

    IdempotencyKeyIT(Stack stack) {
        base = stack.server().address();
        apiClient = ApiClient.at(base);
    }

    @Test
    void the_same_idempotency_key_gives_the_same_task() {
        SignedInClient owner = apiClient.signedIn();

        ApiResponse first =
                owner.post("api/tasks", MILL, "Idempotency-Key", "order-7").expecting(202);
        ApiResponse second = owner.post("api/tasks", MILL, "Idempotency-Key", "order-7");

        assertThat(second.status()).isBetween(200, 202);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(first.headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(
                        base.resolve("api/tasks").resolve(at).toString())
                .endsWith("/api/tasks/" + first.json().path("id").asText()));
        assertThat(owner.tasks("")).hasSize(1);
    }

    @Test
    void a_key_used_for_something_else_is_a_conflict() {
        SignedInClient owner = apiClient.signedIn();

        owner.post("api/tasks", MILL, "Idempotency-Key", "order-7").expecting(202);

        assertThat(owner.post("api/tasks", RACE, "Idempotency-Key", "order-7").status())
                .isIn(409, 422);
    }

    @Test
    void the_same_key_of_a_batch_gives_the_same_tasks_in_the_same_order() {
        SignedInClient owner = apiClient.signedIn();
        String batch = "{\"tasks\":[" + MILL + "," + RACE + "," + MILL + "]}";

        ApiResponse first = owner.post("api/tasks/batch", batch, "Idempotency-Key", "order-7")
                .expecting(202);
        ApiResponse second = owner.post("api/tasks/batch", batch, "Idempotency-Key", "order-7")
                .expecting(202);

        assertThat(second.json().findValuesAsText("id"))
                .hasSize(3)
                .containsExactlyElementsOf(first.json().findValuesAsText("id"));
        assertThat(owner.tasks("")).hasSize(3);
    }

    @Test
    void the_key_of_another_user_is_another_key() {
        SignedInClient owner = apiClient.signedIn();
        SignedInClient other = apiClient.signedIn();

        ApiResponse first =
                owner.post("api/tasks", MILL, "Idempotency-Key", "order-7").expecting(202);
        ApiResponse second =
                other.post("api/tasks", MILL, "Idempotency-Key", "order-7").expecting(202);

        assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
    }
}
