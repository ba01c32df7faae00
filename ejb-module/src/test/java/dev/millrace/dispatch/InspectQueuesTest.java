package dev.millrace.dispatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.platform.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

class InspectQueuesTest {
    private static TestRedis redis;

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void a_queue_shows_its_leader_and_its_unread_entries() {
        redis.client().set(RedisNames.lease("led"), "n-1:7");
        Claim claim = new Claim(UUID.randomUUID(), 1);
        new TaskStream(redis.client(), "led")
                .append("n-1:7", List.of(new TaskDispatch(claim, "reverse_string", 1, "{}", null)));

        Map<String, InspectQueues.QueueInspection> seen =
                new InspectQueues(redis.client()).inspect(List.of("led", "quiet"));

        assertThat(seen)
                .containsEntry("led", new InspectQueues.QueueInspection("n-1", 1))
                .containsEntry("quiet", new InspectQueues.QueueInspection(null, 0));
    }
}
