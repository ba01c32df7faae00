package dev.millrace.dispatch;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TransactionalQueues;

import static org.assertj.core.api.Assertions.assertThat;

class LeaseTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static TestRedis redis;
    private static TestDatabase database;

    private final String queue = new TaskRecords(database).aQueue();
    private final Lease one = lease("n-1");
    private final Lease two = lease("n-2");

    @BeforeAll
    static void start() {
        redis = new TestRedis();
        database = TestDatabase.h2();
    }

    @AfterAll
    static void stop() {
        database.close();
        redis.close();
    }

    @Test
    void only_one_node_leads() {
        assertThat(one.acquireOrRenew()).isTrue();
        assertThat(two.acquireOrRenew()).isFalse();

        assertThat(one.token()).startsWith("n-1:");
        assertThat(two.token()).isNull();
    }

    @Test
    void the_leader_renews_its_lease_by_asking_again() {
        one.acquireOrRenew();
        redis.client().pexpire(RedisNames.lease(queue), 60_000L);

        assertThat(one.acquireOrRenew()).isTrue();

        assertThat(redis.client().pttl(RedisNames.lease(queue))).isGreaterThan(60_000L);
    }

    @Test
    void a_lease_that_is_not_renewed_ends_by_itself() {
        one.acquireOrRenew();

        assertThat(redis.client().pttl(RedisNames.lease(queue))).isBetween(1L, LONG.toMillis());
    }

    @Test
    void after_its_expiry_another_node_leads_and_the_first_one_notices_it() {
        one.acquireOrRenew();
        runsOut();

        assertThat(two.acquireOrRenew()).isTrue();
        assertThat(one.acquireOrRenew()).isFalse();
        assertThat(one.token()).isNull();
    }

    @Test
    void a_released_lease_is_taken_at_once() {
        one.acquireOrRenew();

        one.release();

        assertThat(two.acquireOrRenew()).isTrue();
    }

    @Test
    void a_late_release_does_not_end_another_node_s_lead() {
        one.acquireOrRenew();
        runsOut();
        two.acquireOrRenew();

        one.release();

        assertThat(redis.client().get(RedisNames.lease(queue))).isEqualTo(two.token());
    }

    @Test
    void the_fence_grows_even_when_redis_is_wiped() {
        one.acquireOrRenew();
        long first = fence(one);

        redis.client().flushAll();
        two.acquireOrRenew();

        assertThat(fence(two)).isGreaterThan(first);
    }

    private void runsOut() {
        redis.client().del(RedisNames.lease(queue));
    }

    private static long fence(Lease lease) {
        return Long.parseLong(lease.token().substring(lease.token().indexOf(':') + 1));
    }

    private Lease lease(String node) {
        return new Lease(redis.client(), new TransactionalQueues(database), queue, node, LONG);
    }
}
