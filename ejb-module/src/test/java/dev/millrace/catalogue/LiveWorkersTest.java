package dev.millrace.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class LiveWorkersTest {
    private static TestRedis redis;

    private final MutableClock clock = new MutableClock(NOW);
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
    void noWorkers() {
        redis.client().flushAll();
    }

    @Test
    void a_queue_has_the_slots_of_all_that_take_its_tasks() {
        workers.sendHeartbeat("w-1", "default");
        workers.sendHeartbeat("w-2", "default");
        workers.sendHeartbeat("w-3", "other");
        workers.sendStoppingHeartbeat("w-4", "default");

        live.refresh();

        assertThat(live.slotsOf("default")).isEqualTo(4);
        assertThat(live.slotsOf("nobody-s")).isZero();
        assertThat(live.countOffering("reverse_string")).isEqualTo(3);
        assertThat(live.countOffering("unheard_of")).isZero();
    }

    @Test
    void a_change_is_reported_once_when_a_worker_starts_stops_or_disappears() {
        assertThat(live.refresh()).isFalse();

        workers.sendHeartbeat("w-1", "default");
        assertThat(live.refresh()).isTrue();
        assertThat(live.refresh()).isFalse();

        workers.sendStoppingHeartbeat("w-1", "default");
        assertThat(live.refresh()).isTrue();
        assertThat(live.refresh()).isFalse();

        workers.die("w-1");
        assertThat(live.refresh()).isTrue();
        assertThat(live.refresh()).isFalse();
    }

    @Test
    void a_dead_workers_name_is_removed_after_a_minute() {
        workers.sendHeartbeat("w-1", "default");
        workers.die("w-1");
        live.refresh();

        clock.advance(Duration.ofMinutes(1));
        live.refresh();
        assertThat(redis.client().zrange(RedisNames.WORKERS, 0, -1)).containsExactly("w-1");

        clock.advance(Duration.ofMillis(1));
        live.refresh();
        assertThat(redis.client().zrange(RedisNames.WORKERS, 0, -1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void a_worker_whose_clock_is_days_off_is_seen_by_the_server_s(int days) {
        MutableClock elsewhere = new MutableClock(NOW.plus(Duration.ofDays(days)));
        TestWorkers skewed = new TestWorkers(redis.client(), elsewhere);
        skewed.sendHeartbeat("w-1", "default");

        live.refresh();
        assertThat(live.get("w-1").at()).isEqualTo(NOW);
        assertThat(live.get("w-1").startedAt()).isEqualTo(NOW);

        clock.advance(Duration.ofSeconds(2));
        live.refresh();
        assertThat(live.get("w-1").at()).as("until it beats again").isEqualTo(NOW);

        skewed.die("w-1");
        live.refresh();
        clock.advance(Duration.ofMinutes(1).plusMillis(1));
        live.refresh();
        assertThat(redis.client().zrange(RedisNames.WORKERS, 0, -1)).isEmpty();
    }

    @Test
    void a_heartbeat_in_another_s_name_does_not_count() {
        workers.sendHeartbeat("w-1", "default");
        redis.client().hset(RedisNames.worker("w-2"), redis.client().hgetAll(RedisNames.worker("w-1")));
        redis.client().zadd(RedisNames.WORKERS, 1, "w-2");

        live.refresh();

        assertThat(live.latest()).extracting(WorkerHeartbeat::worker).containsExactly("w-1");
        assertThat(live.slotsOf("default")).isEqualTo(2);
    }

    @Test
    void an_unreadable_heartbeat_is_logged_once_until_it_can_be_read_again() {
        List<String> logged = new ArrayList<>();
        Logger log = Logger.getLogger(HeartbeatTracker.class.getName());
        Handler handler = new RecordingHandler(logged);
        log.addHandler(handler);
        try {
            for (int i = 0; i < 2; i++) {
                workers.sendHeartbeat("w-1", "default");
                redis.client().hset(RedisNames.worker("w-1"), Map.of("slots", "many"));
                live.refresh();
                live.refresh();
                live.refresh();
                assertThat(logged).hasSize(i + 1);
                workers.sendHeartbeat("w-1", "default");
                live.refresh();
            }
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void an_unreadable_heartbeat_does_not_hide_the_others() {
        workers.sendHeartbeat("w-1", "default");
        workers.sendHeartbeat("w-2", "default");
        redis.client().hset(RedisNames.worker("w-1"), Map.of("slots", "many"));

        live.refresh();

        assertThat(live.latest()).extracting(WorkerHeartbeat::worker).containsExactly("w-2");
    }

    private static final class RecordingHandler extends Handler {
        private final List<String> messages;

        RecordingHandler(List<String> messages) {
            this.messages = messages;
        }

        @Override
        public void publish(LogRecord message) {
            messages.add(message.getMessage());
        }

        @Override
        public void flush() {
            // There is no cache.
        }

        @Override
        public void close() {
            // There is no resource to close.
        }
    }
}
