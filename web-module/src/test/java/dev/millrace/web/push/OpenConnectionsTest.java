package dev.millrace.web.push;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.millrace.push.CatchUpPage;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.PushMetrics;
import dev.millrace.push.PushSettings;
import dev.millrace.push.StreamPosition;
import dev.millrace.push.UserEventFeed;
import dev.millrace.push.UserEventsArrived;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.web.push.FrameFixtures.IDENTITY;
import static dev.millrace.web.push.FrameFixtures.USER;
import static dev.millrace.web.push.FrameFixtures.at;
import static dev.millrace.web.push.FrameFixtures.logLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An error of the virtual machine closes the session that it struck, and no other. */
class OpenConnectionsTest {
    private static final ConnectionIdentity STRUCK = new ConnectionIdentity(
            UUID.randomUUID(), UUID.randomUUID(), "the struck one", MutableClock.START.plus(Duration.ofMinutes(15)));

    private final PushSettings settings = FrameFixtures.settings();
    private final MutableClock clock = new MutableClock();
    private final FakeTransport struck = new FakeTransport();
    private final FakeTransport other = new FakeTransport();
    private final OpenConnections connections =
            new OpenConnections(new Listeners(), settings, new PushMetrics(), clock);

    @BeforeEach
    void start() {
        connections.startLoops(Thread::new);
    }

    @AfterEach
    void stop() {
        connections.stop();
    }

    @Test
    void other_connections_of_the_same_user_receive_the_events() {
        opened(IDENTITY, struck);
        opened(IDENTITY, other);
        struck.error = new StackOverflowError("deep");

        connections.onEvents(new UserEventsArrived(USER, at(0), logLines(1, 2)));

        assertThat(struck.closeReason).isEqualTo(ConnectionCloseReason.INTERNAL_ERROR);
        assertThat(other.offsets()).containsExactly(0L, 1L, 2L);
        assertThat(other.closeReason).isNull();
    }

    @Test
    void the_next_connection_catches_up() {
        ClientConnection first = opened(STRUCK, struck);
        ClientConnection second = opened(IDENTITY, other);

        connections.onBehind(first);
        connections.onBehind(second);

        await().untilAsserted(() -> assertThat(other.offsets()).containsExactly(0L, 1L, 2L));
        assertThat(struck.closeReason).isEqualTo(ConnectionCloseReason.INTERNAL_ERROR);
        assertThat(other.closeReason).isNull();
    }

    @Test
    void the_other_connections_are_checked() {
        opened(STRUCK, struck);
        opened(IDENTITY, other);
        struck.error = new OutOfMemoryError("Java heap space");

        clock.advance(settings.ping());

        await().untilAsserted(() -> {
            assertThat(struck.closeReason).isEqualTo(ConnectionCloseReason.INTERNAL_ERROR);
            assertThat(other.sent).filteredOn(Frame::isKeepalive).hasSize(1);
        });
        assertThat(other.closeReason).isNull();
    }

    private ClientConnection opened(ConnectionIdentity identity, FakeTransport transport) {
        ClientConnection connection = connections.open(identity, null, transport);
        connection.start();
        return connection;
    }

    /** There is no gap at first; to read on for one user throws. */
    private static final class Listeners extends UserEventFeed {
        @Override
        public void follow(UUID user) {
            // The connection reads only on request.
        }

        @Override
        public void unfollow(UUID user) {
            // The connection reads only on request.
        }

        @Override
        public CatchUpPage catchUp(UUID user, StreamPosition since) {
            if (since == null) {
                return new CatchUpPage(true, at(0), List.of(), false);
            }
            if (user.equals(STRUCK.user())) {
                throw new StackOverflowError("deep");
            }
            return new CatchUpPage(true, at(2), logLines(1, 2), false);
        }
    }
}
