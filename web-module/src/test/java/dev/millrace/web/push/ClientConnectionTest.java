package dev.millrace.web.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.millrace.push.CatchUpPage;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.PushSettings;
import dev.millrace.push.StoredEvent;
import dev.millrace.push.StreamPosition;
import dev.millrace.push.UserEventsArrived;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.web.push.FrameFixtures.IDENTITY;
import static dev.millrace.web.push.FrameFixtures.USER;
import static dev.millrace.web.push.FrameFixtures.at;
import static dev.millrace.web.push.FrameFixtures.logLines;
import static org.assertj.core.api.Assertions.assertThat;

class ClientConnectionTest {
    private final PushSettings settings = FrameFixtures.settings();
    private final MutableClock clock = new MutableClock();
    private final FakeContext redis = new FakeContext();
    private final FakeTransport transport = new FakeTransport();
    private final ClientConnection connection = new ClientConnection(IDENTITY, transport, redis, settings, clock);

    /** A user's stream with log messages from offset 1 on; the connection reads three at a time. */
    private static final class FakeContext implements ClientConnection.Context {
        private static final int PAGE = 3;

        long last;
        boolean broken;
        int behind;
        int over;
        Runnable betweenReadAndAnswer = () -> {};

        @Override
        public CatchUpPage read(UUID user, StreamPosition since) {
            CatchUpPage answer = answer(since);
            betweenReadAndAnswer.run();
            return answer;
        }

        private CatchUpPage answer(StreamPosition since) {
            if (since == null || broken) {
                return new CatchUpPage(!broken, at(last), List.of(), false);
            }
            long to = Math.min(last, since.offset() + PAGE);
            return new CatchUpPage(true, at(to), logLines(since.offset() + 1, to), to < last);
        }

        @Override
        public void onBehind(ClientConnection connection) {
            behind++;
        }

        @Override
        public void onSent() {
            // Only monitoring counts this.
        }

        @Override
        public void onClosed(ClientConnection connection) {
            over++;
        }
    }

    @Test
    void a_client_that_sends_too_many_messages_is_closed_and_a_patient_one_is_not() {
        open(null);

        for (int minute = 0; minute < 3; minute++) {
            for (int i = 0; i < settings.messagesPerMinute(); i++) {
                assertThat(connection.onMessage()).isTrue();
            }
            clock.advance(MessageRateLimit.WINDOW);
        }
        for (int i = 0; i < settings.messagesPerMinute() + 10; i++) {
            connection.onMessage();
        }

        assertThat(transport.closeReason).isEqualTo(ConnectionCloseReason.TOO_MANY_MESSAGES);
    }

    @Test
    void the_first_frame_has_the_clients_position() {
        redis.last = 5;

        open(null);

        assertThat(transport.texts()).singleElement().asString().contains("session.ready", "\"recovered\":true");
        assertThat(transport.offsets()).containsExactly(5L);
    }

    @Test
    void missed_events_follow_page_by_page_at_the_clients_pace() {
        redis.last = 7;
        transport.slow = true;

        open(at(0));
        transport.completes();
        transport.completes();
        assertThat(transport.offsets()).containsExactly(0L, 1L, 2L);
        assertThat(redis.behind)
                .as("the next page is not read before this one is through")
                .isZero();

        transport.completes();
        transport.completes();
        assertThat(redis.behind).isEqualTo(1);
        transport.slow = false;
        connection.catchUp();
        connection.catchUp();

        assertThat(transport.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void a_position_before_a_gap_is_reported_and_nothing_else_is_sent() {
        redis.last = 5;
        redis.broken = true;

        open(at(2));

        assertThat(transport.texts()).singleElement().asString().contains("\"recovered\":false");
        assertThat(transport.offsets()).containsExactly(5L);
    }

    @Test
    void events_are_sent_live_once_the_client_has_caught_up() {
        redis.last = 2;
        open(at(0));

        arrives(2, 3, 4);

        assertThat(transport.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void an_event_already_read_is_not_sent_again() {
        redis.last = 3;
        open(at(0));

        arrives(1, 2, 5);

        assertThat(transport.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void an_event_that_arrives_during_catch_up_is_not_lost() {
        redis.last = 2;
        redis.betweenReadAndAnswer = () -> {
            redis.betweenReadAndAnswer = () -> {};
            redis.last = 3;
            arrives(2, 3, 3);
        };

        open(at(0));
        assertThat(redis.behind).isEqualTo(1);
        connection.catchUp();

        assertThat(transport.offsets()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_hole_is_read_instead_of_skipped() {
        redis.last = 2;
        open(at(2));
        redis.last = 5;

        arrives(4, 5, 5);
        assertThat(redis.behind).isEqualTo(1);
        connection.catchUp();

        assertThat(transport.offsets()).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void a_gap_closes_the_connection_so_that_the_client_resumes() {
        redis.last = 2;
        open(null);
        redis.broken = true;

        connection.onGap();
        connection.catchUp();

        assertThat(transport.closeReason).isEqualTo(ConnectionCloseReason.EVENTS_MISSED);
    }

    @Test
    void events_beyond_the_queue_are_read_again_at_the_clients_pace() {
        int burst = settings.sendQueue() + 3;
        open(null);
        transport.slow = true;
        redis.last = burst + 1;

        arrives(0, 1, burst);
        arrives(burst, burst + 1, burst + 1);
        assertThat(redis.behind).as("nothing is read while the queue is full").isZero();
        transport.becomesFast();
        assertThat(redis.behind).isEqualTo(1);
        connection.catchUp();
        connection.catchUp();

        assertThat(transport.offsets())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, burst + 1).boxed().toList());
        assertThat(transport.closeReason).isNull();
    }

    @Test
    void a_closed_connection_releases_its_queue_and_sends_nothing() {
        open(null);
        transport.slow = true;
        arrives(0, 1, 5);

        connection.close(ConnectionCloseReason.SIGNED_OUT);
        transport.completes();
        arrives(5, 6, 6);

        assertThat(transport.offsets()).containsExactly(0L, 1L);
        assertThat(transport.isBusy()).isFalse();
    }

    @Test
    void a_frame_that_takes_too_long_closes_the_connection() {
        open(null);
        transport.slow = true;
        arrives(0, 1, 1);

        clock.advance(settings.sendTimeout().minusMillis(1));
        connection.check(clock.instant());
        assertThat(transport.closeReason).isNull();
        clock.advance(Duration.ofMillis(1));
        connection.check(clock.instant());

        assertThat(transport.closeReason).isEqualTo(ConnectionCloseReason.TOO_SLOW);
    }

    @Test
    void an_expired_token_closes_the_connection() {
        open(null);

        clock.advance(Duration.ofMinutes(15));
        connection.check(clock.instant());

        assertThat(transport.closeReason).isEqualTo(ConnectionCloseReason.TOKEN_EXPIRED);
        assertThat(transport.closeReason.code()).isEqualTo(1008);
    }

    @Test
    void a_newer_token_of_the_same_user_extends_the_connection() {
        open(null);
        ConnectionIdentity newer = new ConnectionIdentity(
                USER, UUID.randomUUID(), "the miller", IDENTITY.expiresAt().plusSeconds(600));

        connection.renew(newer);
        clock.advance(Duration.ofMinutes(15));
        connection.onMessage();
        connection.check(clock.instant());

        assertThat(transport.texts().get(1)).contains("session.renewed", "00:25:00Z");
        assertThat(transport.closeReason).isNull();
    }

    @Test
    void a_token_of_another_user_closes_the_connection() {
        open(null);

        connection.renew(new ConnectionIdentity(UUID.randomUUID(), UUID.randomUUID(), "other", IDENTITY.expiresAt()));

        assertThat(transport.closeReason).isEqualTo(ConnectionCloseReason.OTHER_USER);
    }

    @Test
    void a_client_that_answers_no_ping_is_closed() {
        open(null);

        for (int seconds = 0; transport.closeReason == null && seconds < 200; seconds++) {
            clock.advance(Duration.ofSeconds(1));
            connection.check(clock.instant());
        }

        assertThat(transport.sent.stream().filter(Frame::isKeepalive)).hasSize(2);
        assertThat(transport.closeReason).isEqualTo(ConnectionCloseReason.UNRESPONSIVE);
        assertThat(clock.instant()).isEqualTo(MutableClock.START.plus(settings.idle()));
    }

    @Test
    void a_ping_is_answered_with_the_position_that_the_client_has_reached() {
        open(null);
        arrives(0, 1, 2);

        connection.onPing();

        assertThat(transport.texts().get(3)).contains("session.pong", at(2).toString());
    }

    @Test
    void a_close_is_reported_once() {
        open(null);

        connection.close(ConnectionCloseReason.SIGNED_OUT);
        connection.onDisconnect();
        connection.close(ConnectionCloseReason.INTERNAL_ERROR);

        assertThat(transport.closeReason).isEqualTo(ConnectionCloseReason.SIGNED_OUT);
        assertThat(redis.over).isEqualTo(1);
    }

    private void open(StreamPosition since) {
        connection.open(since, true);
        connection.start();
    }

    private void arrives(long after, long first, long last) {
        List<StoredEvent> events = new ArrayList<>(logLines(first, last));
        connection.onEvents(new UserEventsArrived(USER, at(after), events), CloudEvents.of(events));
    }
}
