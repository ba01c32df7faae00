package dev.millrace.web.push;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.millrace.push.Admission;
import dev.millrace.push.CatchUp;
import dev.millrace.push.LocalListeners;
import dev.millrace.push.Position;
import dev.millrace.push.PushFigures;
import dev.millrace.push.PushSettings;
import dev.millrace.push.UserEventsArrived;

import static dev.millrace.web.push.Events.ADMISSION;
import static dev.millrace.web.push.Events.USER;
import static dev.millrace.web.push.Events.at;
import static dev.millrace.web.push.Events.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An error of the virtual machine ends the session that it struck, and nothing else. */
class OpenSessionsTest {
    private static final Admission STRUCK = new Admission(
            UUID.randomUUID(), UUID.randomUUID(), "the struck one", SetClock.START.plus(Duration.ofMinutes(15)));

    private final PushSettings settings = Events.settings();
    private final SetClock clock = new SetClock();
    private final FakeLine struck = new FakeLine();
    private final FakeLine other = new FakeLine();
    private final OpenSessions sessions = new OpenSessions(new Listeners(), settings, new PushFigures(), clock);

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

        assertThat(struck.ending).isEqualTo(Ending.FAULT);
        assertThat(other.offsets()).containsExactly(0L, 1L, 2L);
        assertThat(other.ending).isNull();
    }

    @Test
    void the_next_one_catches_up() {
        LiveSession first = opened(STRUCK, struck);
        LiveSession second = opened(ADMISSION, other);

        sessions.behind(first);
        sessions.behind(second);

        await().untilAsserted(() -> assertThat(other.offsets()).containsExactly(0L, 1L, 2L));
        assertThat(struck.ending).isEqualTo(Ending.FAULT);
        assertThat(other.ending).isNull();
    }

    @Test
    void the_others_are_watched() {
        opened(STRUCK, struck);
        opened(ADMISSION, other);
        struck.error = new OutOfMemoryError("Java heap space");

        clock.pass(settings.ping());

        await().untilAsserted(() -> {
            assertThat(struck.ending).isEqualTo(Ending.FAULT);
            assertThat(other.sent).filteredOn(Frame::isSignOfLife).hasSize(1);
        });
        assertThat(other.ending).isNull();
    }

    private LiveSession opened(Admission admission, FakeLine line) {
        LiveSession session = sessions.open(admission, null, line);
        session.start();
        return session;
    }

    /** Nobody has missed anything at first; to read on for one user strikes. */
    private static final class Listeners extends LocalListeners {
        @Override
        public void follow(UUID user) {
            // Nothing is read without being asked.
        }

        @Override
        public void unfollow(UUID user) {
            // Nothing is read without being asked.
        }

        @Override
        public CatchUp catchUp(UUID user, Position since) {
            if (since == null) {
                return new CatchUp(true, at(0), List.of(), false);
            }
            if (user.equals(STRUCK.user())) {
                throw new StackOverflowError("deep");
            }
            return new CatchUp(true, at(2), lines(1, 2), false);
        }
    }
}
