package dev.millrace.itests;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.millrace.itests.numbers.EchoExactNumbers;
import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.server.Stack;
import dev.millrace.testkit.server.WorkerProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The test compares responses as text, for a JSON library might round on both sides. */
@ExtendWith(SharedStack.class)
class NumbersIT {
    private static final String NUMBERS =
            "{\"amount\":12345678901234567.89,\"units\":9007199254740993,\"count\":9223372036854775807}";

    private final Stack stack;

    NumbersIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void numbers_keep_every_digit_from_the_request_through_handlers_and_a_workflow_to_the_answer() {
        SignedInClient owner = ApiClient.at(stack.server().address()).signedIn();

        try (WorkerProcess worker = echoWorker().start()) {
            assertThat(worker.isAlive()).isTrue();
            owner.awaitsType("echo_numbers");
            owner.post("api/workflows", workflow()).expecting(202);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> owner.tasks("state=SUCCEEDED").size() == 2);

            assertThat(owner.tasks("")).hasSize(2).allSatisfy(task -> {
                String id = task.path("id").asText();
                assertThat(owner.get("api/tasks/" + id).expecting(200).text())
                        .contains("\"parameters\":" + NUMBERS)
                        .contains("\"result\":" + NUMBERS);
            });
        }
    }

    private WorkerProcess echoWorker() {
        return new WorkerProcess(
                "numbers-worker",
                stack.redis().url(),
                BuildOutput.TARGET.resolve("test-classes"),
                List.of("-Dmillrace.worker.packages=" + EchoExactNumbers.class.getPackageName()),
                List.of("--concurrency", "1"));
    }

    private static String workflow() {
        return "{\"name\":\"numbers\",\"tasks\":[{\"id\":\"first\",\"type\":\"echo_numbers\",\"parameters\":" + NUMBERS
                + "},"
                + "{\"id\":\"next\",\"type\":\"echo_numbers\",\"needs\":[\"first\"],\"parameters\":{"
                + "\"amount\":{\"$result\":\"first\",\"pointer\":\"/amount\"},"
                + "\"units\":{\"$result\":\"first\",\"pointer\":\"/units\"},"
                + "\"count\":{\"$result\":\"first\",\"pointer\":\"/count\"}}}]}";
    }
}
