package dev.millrace.itests.container;

import java.net.URI;

import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

import dev.millrace.itests.client.Person;
import dev.millrace.itests.client.Visitor;
import dev.millrace.itests.stack.Worker;

import static dev.millrace.itests.client.Kinds.QUEUED;
import static dev.millrace.itests.client.Kinds.RUNNING;
import static dev.millrace.itests.client.Kinds.SUCCEEDED;
import static dev.millrace.itests.client.Kinds.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/** What the deployed archive does for its clients, whatever the container. */
@ArquillianTest
public abstract class DeployedContract {
    @ArquillianResource
    private URI base;

    @Test
    void a_call_without_a_token_is_401() {
        assertThat(visitor().get("api/users/me").status()).isEqualTo(401);
    }

    @Test
    void a_call_with_a_token_that_we_never_signed_is_401() {
        Person somebody = visitor().signedIn();
        String forged = somebody.token().replaceFirst("\\.[^.]*$", ".AAAA");

        assertThat(somebody.withToken(forged).get("api/users/me").status()).isEqualTo(401);
    }

    @Test
    void a_call_with_a_good_token_is_answered() {
        Person somebody = visitor().signedIn();

        assertThat(somebody.get("api/users/me")
                        .expecting(200)
                        .json()
                        .path("username")
                        .asText())
                .isEqualTo(somebody.name());
    }

    @Test
    void a_call_without_the_role_is_403() {
        assertThat(visitor().signedIn().get("api/admin/overview").status()).isEqualTo(403);
    }

    @Test
    void a_result_from_a_worker_process_reaches_its_owners_socket() {
        Person owner = visitor().signedIn().listening();
        Person stranger = visitor().signedIn().listening();

        try (Worker worker = new Worker(System.getProperty("arquillian.launch") + "-worker", Surroundings.redisUrl())) {
            worker.start();
            owner.awaitsType("reverse_string");
            String task = owner.submits("reverse_string", "{\"text\":\"mill\"}")
                    .path("id")
                    .asText();

            assertThat(owner.next(SUCCEEDED).result()).isEqualTo("{\"reversedText\":\"llim\"}");
            assertThat(owner.inbox().states(task)).containsExactly(WAITING, QUEUED, RUNNING, SUCCEEDED);
            assertThat(stranger.received()).isEmpty();
        }
    }

    private Visitor visitor() {
        return Visitor.at(base);
    }
}
