package dev.millrace.catalogue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.node.SetClock;
import dev.millrace.redis.TestRedis;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class LiveWorkersTest {
    private static TestRedis redis;

    private final SetClock clock = new SetClock(NOW);
    private final TestWorkers workers = new TestWorkers(redis.client(), clock);
    private final LiveWorkers live = new LiveWorkers(redis.client(), clock);

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void nobodyWorks() {
        redis.client().flushAll();
    }

    @Test
    void a_queue_has_the_slots_of_all_that_take_its_tasks() {
        workers.beat("w-1", "default");
        workers.beat("w-2", "default");
        workers.beat("w-3", "other");
        workers.beatStopping("w-4", "default");

        live.read();

        assertThat(live.slots("default")).isEqualTo(4);
        assertThat(live.slots("nobody-s")).isZero();
        assertThat(live.offering("reverse_string")).isEqualTo(3);
        assertThat(live.offering("unheard_of")).isZero();
    }

    @Test
    void a_change_is_told_once_when_a_worker_comes_stops_or_goes() {
        assertThat(live.read()).isFalse();

        workers.beat("w-1", "default");
        assertThat(live.read()).isTrue();
        assertThat(live.read()).isFalse();

        workers.beatStopping("w-1", "default");
        assertThat(live.read()).isTrue();
        assertThat(live.read()).isFalse();

        workers.die("w-1");
        assertThat(live.read()).isTrue();
        assertThat(live.read()).isFalse();
    }

    @Test
    void a_dead_worker_s_name_is_kept_for_a_minute_and_then_forgotten() {
        workers.beat("w-1", "default");
        workers.die("w-1");

        clock.pass(Duration.ofMinutes(1));
        live.read();
        assertThat(redis.client().zrange(RedisNames.WORKERS, 0, -1)).containsExactly("w-1");

        clock.pass(Duration.ofMillis(1));
        live.read();
        assertThat(redis.client().zrange(RedisNames.WORKERS, 0, -1)).isEmpty();
    }

    @Test
    void an_unreadable_heartbeat_does_not_hide_the_others() {
        workers.beat("w-1", "default");
        workers.beat("w-2", "default");
        redis.client().hset(RedisNames.worker("w-1"), Map.of("slots", "many"));

        live.read();

        assertThat(live.latest()).extracting(WorkerHeartbeat::worker).containsExactly("w-2");
    }
}
