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

import static dev.millrace.web.push.FrameFixtures.ADMISSION;
import static dev.millrace.web.push.FrameFixtures.USER;
import static dev.millrace.web.push.FrameFixtures.at;
import static dev.millrace.web.push.FrameFixtures.lines;
import static org.assertj.core.api.Assertions.assertThat;

class ClientConnectionTest {
    private final PushSettings settings = FrameFixtures.settings();
    private final SetClock clock = new SetClock();
    private final FakeContext redis = new FakeContext();
    private final FakeTransport line = new FakeTransport();
    private final ClientConnection session = new ClientConnection(ADMISSION, line, redis, settings, clock);

    /** A user's stream that holds lines from 1 on, read three at a time. */
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
            return new CatchUpPage(true, at(to), lines(since.offset() + 1, to), to < last);
        }

        @Override
        public void behind(ClientConnection session) {
            behind++;
        }

        @Override
        public void sent() {
            // Only counted, for monitoring.
        }

        @Override
        public void over(ClientConnection session) {
            over++;
        }
    }

    @Test
    void a_client_that_sends_more_than_anybody_needs_is_ended_and_one_that_takes_its_time_is_not() {
        open(null);

        for (int minute = 0; minute < 3; minute++) {
            for (int i = 0; i < settings.messagesAMinute(); i++) {
                assertThat(session.heard()).isTrue();
            }
            clock.pass(MessageRateLimit.WINDOW);
        }
        for (int i = 0; i < settings.messagesAMinute() + 10; i++) {
            session.heard();
        }

        assertThat(line.ending).isEqualTo(ConnectionCloseReason.TOO_MANY_MESSAGES);
    }

    @Test
    void the_first_frame_says_where_the_client_is() {
        redis.last = 5;

        open(null);

        assertThat(line.texts()).singleElement().asString().contains("session.ready", "\"recovered\":true");
        assertThat(line.offsets()).containsExactly(5L);
    }

    @Test
    void what_was_missed_follows_page_by_page_as_the_client_takes_it() {
        redis.last = 7;
        line.slow = true;

        open(at(0));
        line.isThrough();
        line.isThrough();
        assertThat(line.offsets()).containsExactly(0L, 1L, 2L);
        assertThat(redis.behind)
                .as("the next page is not read before this one is through")
                .isZero();

        line.isThrough();
        line.isThrough();
        assertThat(redis.behind).isEqualTo(1);
        line.slow = false;
        session.catchUp();
        session.catchUp();

        assertThat(line.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void a_position_that_cannot_be_followed_up_is_told_and_nothing_else_is_sent() {
        redis.last = 5;
        redis.broken = true;

        open(at(2));

        assertThat(line.texts()).singleElement().asString().contains("\"recovered\":false");
        assertThat(line.offsets()).containsExactly(5L);
    }

    @Test
    void events_come_live_once_the_client_is_up_to_date() {
        redis.last = 2;
        open(at(0));

        arrives(2, 3, 4);

        assertThat(line.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void an_event_that_was_read_already_does_not_come_again() {
        redis.last = 3;
        open(at(0));

        arrives(1, 2, 5);

        assertThat(line.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void an_event_that_comes_while_the_past_is_read_is_not_lost() {
        redis.last = 2;
        redis.betweenReadAndAnswer = () -> {
            redis.betweenReadAndAnswer = () -> {};
            redis.last = 3;
            arrives(2, 3, 3);
        };

        open(at(0));
        assertThat(redis.behind).isEqualTo(1);
        session.catchUp();

        assertThat(line.offsets()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_hole_is_read_instead_of_skipped() {
        redis.last = 2;
        open(at(2));
        redis.last = 5;

        arrives(4, 5, 5);
        assertThat(redis.behind).isEqualTo(1);
        session.catchUp();

        assertThat(line.offsets()).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void an_interruption_that_concerns_the_client_ends_the_session_so_that_it_looks_anew() {
        redis.last = 2;
        open(null);
        redis.broken = true;

        session.interrupted();
        session.catchUp();

        assertThat(line.ending).isEqualTo(ConnectionCloseReason.EVENTS_MISSED);
    }

    @Test
    void a_burst_that_is_too_much_for_the_queue_is_read_again_at_the_clients_pace() {
        int burst = settings.sessionQueue() + 3;
        open(null);
        line.slow = true;
        redis.last = burst + 1;

        arrives(0, 1, burst);
        arrives(burst, burst + 1, burst + 1);
        assertThat(redis.behind).as("nothing is read while the queue is full").isZero();
        line.becomesFast();
        assertThat(redis.behind).isEqualTo(1);
        session.catchUp();
        session.catchUp();

        assertThat(line.offsets())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, burst + 1).boxed().toList());
        assertThat(line.ending).isNull();
    }

    @Test
    void a_session_that_is_over_keeps_nothing_and_sends_nothing() {
        open(null);
        line.slow = true;
        arrives(0, 1, 5);

        session.end(ConnectionCloseReason.SIGNED_OUT);
        line.isThrough();
        arrives(5, 6, 6);

        assertThat(line.offsets()).containsExactly(0L, 1L);
        assertThat(line.isBusy()).isFalse();
    }

    @Test
    void a_frame_that_takes_too_long_ends_the_session() {
        open(null);
        line.slow = true;
        arrives(0, 1, 1);

        clock.pass(settings.sendTimeout().minusMillis(1));
        session.check(clock.instant());
        assertThat(line.ending).isNull();
        clock.pass(Duration.ofMillis(1));
        session.check(clock.instant());

        assertThat(line.ending).isEqualTo(ConnectionCloseReason.TOO_SLOW);
    }

    @Test
    void the_session_ends_when_its_token_does() {
        open(null);

        clock.pass(Duration.ofMinutes(15));
        session.check(clock.instant());

        assertThat(line.ending).isEqualTo(ConnectionCloseReason.TOKEN_OVER);
        assertThat(line.ending.code()).isEqualTo(1008);
    }

    @Test
    void a_newer_token_of_the_same_user_lengthens_it() {
        open(null);
        ConnectionIdentity newer = new ConnectionIdentity(
                USER, UUID.randomUUID(), "the miller", ADMISSION.expiresAt().plusSeconds(600));

        session.renew(newer);
        clock.pass(Duration.ofMinutes(15));
        session.heard();
        session.check(clock.instant());

        assertThat(line.texts().get(1)).contains("session.renewed", "00:25:00Z");
        assertThat(line.ending).isNull();
    }

    @Test
    void another_users_token_ends_it() {
        open(null);

        session.renew(new ConnectionIdentity(UUID.randomUUID(), UUID.randomUUID(), "other", ADMISSION.expiresAt()));

        assertThat(line.ending).isEqualTo(ConnectionCloseReason.OTHER_USER);
    }

    @Test
    void a_client_that_never_answers_a_ping_is_gone() {
        open(null);

        for (int seconds = 0; line.ending == null && seconds < 200; seconds++) {
            clock.pass(Duration.ofSeconds(1));
            session.check(clock.instant());
        }

        assertThat(line.sent.stream().filter(Frame::isSignOfLife)).hasSize(2);
        assertThat(line.ending).isEqualTo(ConnectionCloseReason.GONE);
        assertThat(clock.instant()).isEqualTo(SetClock.START.plus(settings.idle()));
    }

    @Test
    void a_ping_is_answered_with_the_position_that_the_client_has_reached() {
        open(null);
        arrives(0, 1, 2);

        session.ping();

        assertThat(line.texts().get(3)).contains("session.pong", at(2).toString());
    }

    @Test
    void an_end_is_told_once() {
        open(null);

        session.end(ConnectionCloseReason.SIGNED_OUT);
        session.gone();
        session.end(ConnectionCloseReason.FAULT);

        assertThat(line.ending).isEqualTo(ConnectionCloseReason.SIGNED_OUT);
        assertThat(redis.over).isEqualTo(1);
    }

    private void open(StreamPosition since) {
        session.begin(since, true);
        session.start();
    }

    private void arrives(long after, long first, long last) {
        List<StoredEvent> events = new ArrayList<>(lines(first, last));
        session.arrived(new UserEventsArrived(USER, at(after), events), CloudEvents.of(events));
    }
}
