package dev.millrace.web.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.push.CatchUpPage;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.PushSettings;
import dev.millrace.push.StreamPosition;
import dev.millrace.push.UserEventsArrived;

/** One client's connection: its position in the user's events, its expiry and its last sign of activity. */
final class ClientConnection implements SendQueue.Owner {
    private static final Logger LOG = NodeLog.of(ClientConnection.class);

    /** Calls of a connection to its surroundings. */
    interface Context {
        /** Reads a user's next events; may take long. */
        CatchUpPage read(UUID user, StreamPosition since);

        /** Requests a call of {@link #catchUp} soon, by a thread that may wait. */
        void onBehind(ClientConnection connection);

        /** The transport has sent a frame. */
        void onSent();

        /** The connection is closed; called once. */
        void onClosed(ClientConnection connection);
    }

    private enum Mode {
        /** Sends events as they arrive. */
        LIVE,
        /** The client missed events, or was too slow for them; the connection will read them. */
        CATCHING_UP,
        /** Reads on once its send queue is empty. */
        DRAINING
    }

    private final Transport transport;
    private final Context context;
    private final PushSettings settings;
    private final Clock clock;
    private final SendQueue sendQueue;
    private final MessageRateLimit messages;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile ConnectionIdentity identity;
    private volatile Instant lastReceived;
    private Instant lastPing;
    private Mode mode = Mode.CATCHING_UP;
    private boolean missedWhileBehind;
    private StreamPosition position;

    ClientConnection(
            ConnectionIdentity identity, Transport transport, Context context, PushSettings settings, Clock clock) {
        this.identity = identity;
        this.transport = transport;
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.sendQueue = new SendQueue(transport, this, clock, settings.sendQueue());
        this.messages = new MessageRateLimit(settings.messagesPerMinute() + pongsPerMinute(settings));
        this.lastReceived = clock.instant();
        this.lastPing = lastReceived;
    }

    ConnectionIdentity identity() {
        return identity;
    }

    /**
     * Reads the user's present position and the missed events. The connection sends no frame before {@link #start}.
     *
     * @param since position of the last event that the client has seen; null = none
     * @param known false if the client named an invalid position
     */
    void open(StreamPosition since, boolean known) {
        CatchUpPage page = context.read(identity.user(), since);
        boolean recovered = known && page.recovered();
        StreamPosition from = since != null && recovered ? since : page.position();
        synchronized (this) {
            position = from;
            sendQueue.offerCatchUp(List.of(CloudEvents.ready(from, identity, recovered, clock.instant())));
        }
        accept(page);
    }

    /** Starts sending. */
    void start() {
        sendQueue.start();
    }

    /** Reads the next missed events. */
    void catchUp() {
        StreamPosition since;
        synchronized (this) {
            missedWhileBehind = false;
            since = position;
        }
        CatchUpPage page = context.read(identity.user(), since);
        if (page.recovered()) {
            accept(page);
            sendQueue.sendNext();
        } else {
            close(ConnectionCloseReason.EVENTS_MISSED);
        }
    }

    private void accept(CatchUpPage page) {
        boolean readOn = false;
        synchronized (this) {
            position = page.position();
            List<Frame> frames = CloudEvents.of(page.events());
            if (!page.more() && !missedWhileBehind) {
                mode = Mode.LIVE;
            } else if (frames.isEmpty()) {
                readOn = true;
            } else {
                mode = Mode.DRAINING;
            }
            sendQueue.offerCatchUp(frames);
        }
        if (readOn) {
            context.onBehind(this);
        }
    }

    /** @param frames the same events as frames */
    void onEvents(UserEventsArrived page, List<Frame> frames) {
        synchronized (this) {
            if (mode != Mode.LIVE) {
                missedWhileBehind = true;
                return;
            }
            if (!position.isAtOrAfter(page.after())) {
                fallBehind();
                return;
            }
            List<Frame> unseen = frames.stream()
                    .filter(frame -> frame.position().offset() > position.offset())
                    .toList();
            int taken = sendQueue.offer(unseen);
            if (taken > 0) {
                position = unseen.get(taken - 1).position();
            }
            if (taken < unseen.size()) {
                mode = Mode.DRAINING;
            }
        }
        sendQueue.sendNext();
    }

    /** The user's stream has a gap: the connection checks whether it concerns its client. */
    synchronized void onGap() {
        if (mode == Mode.LIVE) {
            fallBehind();
        } else {
            missedWhileBehind = true;
        }
    }

    private void fallBehind() {
        mode = Mode.CATCHING_UP;
        context.onBehind(this);
    }

    /**
     * The client has sent a message or a pong.
     *
     * @return false if it sent too many: then the connection is closed
     */
    boolean onMessage() {
        lastReceived = clock.instant();
        boolean allowed = messages.tryAcquire(lastReceived);
        if (!allowed) {
            close(ConnectionCloseReason.TOO_MANY_MESSAGES);
        }
        return allowed;
    }

    /** Pongs to the server's own pings do not count. */
    private static long pongsPerMinute(PushSettings settings) {
        return MessageRateLimit.WINDOW.dividedBy(settings.ping()) + 1;
    }

    /** The client has sent a ping. */
    void onPing() {
        reply(CloudEvents.pong(position(), identity, clock.instant()));
    }

    /** Changes the expiry to that of a newer token of the same user. */
    void renew(ConnectionIdentity newer) {
        if (!newer.user().equals(identity.user())) {
            close(ConnectionCloseReason.OTHER_USER);
            return;
        }
        identity = newer;
        reply(CloudEvents.renewed(position(), newer, clock.instant()));
    }

    private void reply(Frame frame) {
        sendQueue.offerReply(frame);
        sendQueue.sendNext();
    }

    private synchronized StreamPosition position() {
        return position;
    }

    /** Closes the connection if it has expired or its client does not respond; else sends a keepalive when due. */
    void check(Instant now) {
        Instant sending = sendQueue.sendingSince();
        if (!now.isBefore(identity.expiresAt())) {
            close(ConnectionCloseReason.TOKEN_EXPIRED);
        } else if (sending != null && !now.isBefore(sending.plus(settings.sendTimeout()))) {
            close(ConnectionCloseReason.TOO_SLOW);
        } else if (transport.answersPings() && !now.isBefore(lastReceived.plus(settings.idle()))) {
            close(ConnectionCloseReason.UNRESPONSIVE);
        } else if (!now.isBefore(lastPing.plus(settings.ping()))) {
            lastPing = now;
            reply(Frame.KEEPALIVE);
        }
    }

    /** Closes the connection from this side; only the first call counts. */
    void close(ConnectionCloseReason reason) {
        if (markClosed()) {
            transport.close(reason);
        }
    }

    /** The client has disconnected. */
    void onDisconnect() {
        markClosed();
    }

    boolean isClosed() {
        return closed.get();
    }

    private boolean markClosed() {
        boolean first = closed.compareAndSet(false, true);
        if (first) {
            sendQueue.close();
            context.onClosed(this);
        }
        return first;
    }

    @Override
    public void onSent() {
        context.onSent();
    }

    @Override
    public void onDrained() {
        synchronized (this) {
            if (mode != Mode.DRAINING) {
                return;
            }
            mode = Mode.CATCHING_UP;
        }
        context.onBehind(this);
    }

    @Override
    public void onBroken(Throwable reason) {
        LOG.log(Level.DEBUG, "Client is unreachable: {0}", reason.toString());
        close(ConnectionCloseReason.UNRESPONSIVE);
    }
}
