package dev.millrace.itests;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.millrace.testkit.client.SignedInClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two hundred tasks of one user, long enough for a kill while some of them run. */
final class Backlog {
    static final int SIZE = 200;

    private static final Set<String> OUTCOMES = Set.of("succeeded", "failed", "cancelled");
    private static final String OPTION =
            "{\"spot\":100,\"strike\":105,\"rate\":0.03,\"volatility\":0.2,\"years\":1,\"paths\":%d}";

    private final SignedInClient owner;
    private final List<String> ids;

    private Backlog(SignedInClient owner, List<String> ids) {
        this.owner = owner;
        this.ids = ids;
    }

    static Backlog submittedBy(SignedInClient owner) {
        return new Backlog(owner, owner.submitsMany(SIZE, "price_option_monte_carlo", OPTION.formatted(1_000_000)));
    }

    /** Waits until some have ended and most have not. */
    void awaitHalfFinished() {
        await().atMost(Duration.ofSeconds(60)).until(() -> finished() >= 10);
        assertThat(finished()).isLessThan(SIZE - 20);
    }

    /** Waits until all have ended, each with a result and just one outcome in its timeline. */
    void awaitEachFinishedOnce() {
        await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> finished() == SIZE);
        assertThat(ids).hasSize(SIZE).doesNotHaveDuplicates().allSatisfy(id -> {
            JsonNode task = owner.task(id);
            assertThat(task.path("state").asText()).isEqualTo("SUCCEEDED");
            assertThat(task.path("result").isObject()).isTrue();
            assertThat(task.path("timeline"))
                    .filteredOn(entry -> OUTCOMES.contains(entry.path("kind").asText()))
                    .hasSize(1);
        });
    }

    private int finished() {
        return owner.tasks("state=SUCCEEDED").size()
                + owner.tasks("state=FAILED").size();
    }
}
