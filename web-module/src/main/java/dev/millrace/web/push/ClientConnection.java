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

/** One client that listens: where it is in its user's events, until when it may stay, and whether it still lives. */
final class ClientConnection implements SendQueue.Owner {
    private static final Logger LOG = NodeLog.of(ClientConnection.class);

    /** What a session needs of the outside. */
    interface Context {
        /** Reads a user's next events; may take long. */
        CatchUpPage read(UUID user, StreamPosition since);

        /** {@link #catchUp} is to be called soon, by a thread that may wait. */
        void onBehind(ClientConnection connection);

        /** A frame has reached a client. */
        void onSent();

        /** The session is over; called once. */
        void onClosed(ClientConnection connection);
    }

    private enum Mode {
        /** Gets events as they come. */
        LIVE,
        /** Has missed some or was too slow for them; they will be read. */
        CATCHING_UP,
        /** Reads on when what waits for it is through. */
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
     * Reads where the user's events stand and what the client has missed. Nothing is sent before {@link #start}.
     *
     * @param since the last event that the client has seen; null = none
     * @param known false if the client named something that is not a position
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

    /** Begins to send. */
    void start() {
        sendQueue.start();
    }

    /** Reads on where this session is behind. */
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

    /** @param frames the same events, as they are sent */
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

    /** The user's events are not complete any more: this session looks whether that concerns it. */
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
     * The client has sent something, be it a pong.
     *
     * @return false if it has sent too much: the session is over then
     */
    boolean onMessage() {
        lastReceived = clock.instant();
        boolean allowed = messages.tryAcquire(lastReceived);
        if (!allowed) {
            close(ConnectionCloseReason.TOO_MANY_MESSAGES);
        }
        return allowed;
    }

    /** The answers to this side's own pings do not count. */
    private static long pongsPerMinute(PushSettings settings) {
        return MessageRateLimit.WINDOW.dividedBy(settings.ping()) + 1;
    }

    /** The client asks whether anybody is there. */
    void onPing() {
        reply(CloudEvents.pong(position(), identity, clock.instant()));
    }

    /** Lengthens or shortens the session to a newer token of the same user. */
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

    /** Ends the session if its time is over or its client does not answer; else pings it when that is due. */
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

    /** Ends the session from this side; only the first end counts. */
    void close(ConnectionCloseReason reason) {
        if (markClosed()) {
            transport.close(reason);
        }
    }

    /** The connection has ended by itself. */
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
        LOG.log(Level.DEBUG, "a client cannot be reached any more: {0}", reason.toString());
        close(ConnectionCloseReason.UNRESPONSIVE);
    }
}
