package dev.millrace.web.push;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.millrace.push.CatchUpPage;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.FollowedUsers;
import dev.millrace.push.PushMetrics;
import dev.millrace.push.PushSettings;
import dev.millrace.push.StreamPosition;
import dev.millrace.push.UserEventsArrived;

import static dev.millrace.web.push.FrameFixtures.ADMISSION;
import static dev.millrace.web.push.FrameFixtures.USER;
import static dev.millrace.web.push.FrameFixtures.at;
import static dev.millrace.web.push.FrameFixtures.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An error of the virtual machine ends the session that it struck, and nothing else. */
class OpenSessionsTest {
    private static final ConnectionIdentity STRUCK = new ConnectionIdentity(
            UUID.randomUUID(), UUID.randomUUID(), "the struck one", SetClock.START.plus(Duration.ofMinutes(15)));

    private final PushSettings settings = FrameFixtures.settings();
    private final SetClock clock = new SetClock();
    private final FakeTransport struck = new FakeTransport();
    private final FakeTransport other = new FakeTransport();
    private final OpenConnections sessions = new OpenConnections(new Listeners(), settings, new PushMetrics(), clock);

    @BeforeEach
    void start() {
        sessions.startLoops(Thread::new);
    }

    @AfterEach
    void stop() {
        sessions.stop();
    }

    @Test
    void others_of_the_same_user_get_the_events_that_came() {
        opened(ADMISSION, struck);
        opened(ADMISSION, other);
        struck.error = new StackOverflowError("deep");

        sessions.onArrival(new UserEventsArrived(USER, at(0), lines(1, 2)));

        assertThat(struck.ending).isEqualTo(ConnectionCloseReason.FAULT);
        assertThat(other.offsets()).containsExactly(0L, 1L, 2L);
        assertThat(other.ending).isNull();
    }

    @Test
    void the_next_one_catches_up() {
        ClientConnection first = opened(STRUCK, struck);
        ClientConnection second = opened(ADMISSION, other);

        sessions.behind(first);
        sessions.behind(second);

        await().untilAsserted(() -> assertThat(other.offsets()).containsExactly(0L, 1L, 2L));
        assertThat(struck.ending).isEqualTo(ConnectionCloseReason.FAULT);
        assertThat(other.ending).isNull();
    }

    @Test
    void the_others_are_watched() {
        opened(STRUCK, struck);
        opened(ADMISSION, other);
        struck.error = new OutOfMemoryError("Java heap space");

        clock.pass(settings.ping());

        await().untilAsserted(() -> {
            assertThat(struck.ending).isEqualTo(ConnectionCloseReason.FAULT);
            assertThat(other.sent).filteredOn(Frame::isSignOfLife).hasSize(1);
        });
        assertThat(other.ending).isNull();
    }

    private ClientConnection opened(ConnectionIdentity admission, FakeTransport line) {
        ClientConnection session = sessions.open(admission, null, line);
        session.start();
        return session;
    }

    /** Nobody has missed anything at first; to read on for one user strikes. */
    private static final class Listeners extends FollowedUsers {
        @Override
        public void follow(UUID user) {
            // Nothing is read without being asked.
        }

        @Override
        public void unfollow(UUID user) {
            // Nothing is read without being asked.
        }

        @Override
        public CatchUpPage catchUp(UUID user, StreamPosition since) {
            if (since == null) {
                return new CatchUpPage(true, at(0), List.of(), false);
            }
            if (user.equals(STRUCK.user())) {
                throw new StackOverflowError("deep");
            }
            return new CatchUpPage(true, at(2), lines(1, 2), false);
        }
    }
}
