package dev.millrace.push;

import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.redis.TestRedis;

import static dev.millrace.push.EventFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TicketsTest {
    private static final ConnectionIdentity MILLER =
            new ConnectionIdentity(UUID.randomUUID(), UUID.randomUUID(), "the miller", NOW);
    private static TestRedis redis;

    private final Tickets tickets = new Tickets(redis.client());

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void a_ticket_is_valid_once() {
        String ticket = tickets.issue(MILLER);

        assertThat(tickets.redeem(ticket)).contains(MILLER);
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void a_ticket_expires_after_half_a_minute() {
        String ticket = tickets.issue(MILLER);

        assertThat(redis.client().ttl(RedisNames.ticket(ticket))).isBetween(28L, 30L);
    }

    @Test
    void an_invalid_ticket_is_rejected() {
        assertThat(tickets.redeem(null)).isEmpty();
        assertThat(tickets.redeem("")).isEmpty();
        assertThat(tickets.redeem("x".repeat(43))).isEmpty();
        assertThat(tickets.redeem("../tasks")).isEmpty();
    }

    @Test
    void no_ticket_is_issued_while_redis_is_down() {
        redis.goDown();
        try {
            assertThatThrownBy(() -> tickets.issue(MILLER)).isInstanceOf(PushUnavailable.class);
        } finally {
            redis.comeBack();
        }
    }
}
