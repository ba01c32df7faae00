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
        void behind(ClientConnection session);

        /** A frame has reached a client. */
        void sent();

        /** The session is over; called once. */
        void over(ClientConnection session);
    }

    private enum Mode {
        /** Gets events as they come. */
        LIVE,
        /** Has missed some or was too slow for them; they will be read. */
        READING,
        /** Reads on when what waits for it is through. */
        SENDING
    }

    private final Transport line;
    private final Context surroundings;
    private final PushSettings settings;
    private final Clock clock;
    private final SendQueue outbox;
    private final MessageRateLimit messages;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile ConnectionIdentity admission;
    private volatile Instant heard;
    private Instant pinged;
    private Mode pace = Mode.READING;
    private boolean newsWhileBehind;
    private StreamPosition reached;

    ClientConnection(
            ConnectionIdentity admission, Transport line, Context surroundings, PushSettings settings, Clock clock) {
        this.admission = admission;
        this.line = line;
        this.surroundings = surroundings;
        this.settings = settings;
        this.clock = clock;
        this.outbox = new SendQueue(line, this, clock, settings.sessionQueue());
        this.messages = new MessageRateLimit(settings.messagesAMinute() + pongsAMinute(settings));
        this.heard = clock.instant();
        this.pinged = heard;
    }

    ConnectionIdentity admission() {
        return admission;
    }

    /**
     * Reads where the user's events stand and what the client has missed. Nothing is sent before {@link #start}.
     *
     * @param since the last event that the client has seen; null = none
     * @param known false if the client named something that is not a position
     */
    void begin(StreamPosition since, boolean known) {
        CatchUpPage news = surroundings.read(admission.user(), since);
        boolean recovered = known && news.recovered();
        StreamPosition from = since != null && recovered ? since : news.position();
        synchronized (this) {
            reached = from;
            outbox.putMissed(List.of(CloudEvents.ready(from, admission, recovered, clock.instant())));
        }
        take(news);
    }

    /** Begins to send. */
    void start() {
        outbox.start();
    }

    /** Reads on where this session is behind. */
    void catchUp() {
        StreamPosition since;
        synchronized (this) {
            newsWhileBehind = false;
            since = reached;
        }
        CatchUpPage news = surroundings.read(admission.user(), since);
        if (news.recovered()) {
            take(news);
            outbox.pump();
        } else {
            end(ConnectionCloseReason.EVENTS_MISSED);
        }
    }

    private void take(CatchUpPage news) {
        boolean readOn = false;
        synchronized (this) {
            reached = news.position();
            List<Frame> frames = CloudEvents.of(news.events());
            if (!news.more() && !newsWhileBehind) {
                pace = Mode.LIVE;
            } else if (frames.isEmpty()) {
                readOn = true;
            } else {
                pace = Mode.SENDING;
            }
            outbox.putMissed(frames);
        }
        if (readOn) {
            surroundings.behind(this);
        }
    }

    /** @param frames the same events, as they are sent */
    void arrived(UserEventsArrived news, List<Frame> frames) {
        synchronized (this) {
            if (pace != Mode.LIVE) {
                newsWhileBehind = true;
                return;
            }
            if (!reached.isAtOrAfter(news.after())) {
                becomeBehind();
                return;
            }
            List<Frame> unseen = frames.stream()
                    .filter(frame -> frame.position().offset() > reached.offset())
                    .toList();
            int taken = outbox.put(unseen);
            if (taken > 0) {
                reached = unseen.get(taken - 1).position();
            }
            if (taken < unseen.size()) {
                pace = Mode.SENDING;
            }
        }
        outbox.pump();
    }

    /** The user's events are not complete any more: this session looks whether that concerns it. */
    synchronized void interrupted() {
        if (pace == Mode.LIVE) {
            becomeBehind();
        } else {
            newsWhileBehind = true;
        }
    }

    private void becomeBehind() {
        pace = Mode.READING;
        surroundings.behind(this);
    }

    /**
     * The client has sent something, be it a pong.
     *
     * @return false if it has sent too much: the session is over then
     */
    boolean heard() {
        heard = clock.instant();
        boolean allowed = messages.allows(heard);
        if (!allowed) {
            end(ConnectionCloseReason.TOO_MANY_MESSAGES);
        }
        return allowed;
    }

    /** The answers to this side's own pings do not count. */
    private static long pongsAMinute(PushSettings settings) {
        return MessageRateLimit.WINDOW.dividedBy(settings.ping()) + 1;
    }

    /** The client asks whether anybody is there. */
    void ping() {
        answer(CloudEvents.pong(reached(), admission, clock.instant()));
    }

    /** Lengthens or shortens the session to a newer token of the same user. */
    void renew(ConnectionIdentity newer) {
        if (!newer.user().equals(admission.user())) {
            end(ConnectionCloseReason.OTHER_USER);
            return;
        }
        admission = newer;
        answer(CloudEvents.renewed(reached(), newer, clock.instant()));
    }

    private void answer(Frame frame) {
        outbox.putAnswer(frame);
        outbox.pump();
    }

    private synchronized StreamPosition reached() {
        return reached;
    }

    /** Ends the session if its time is over or its client does not answer; else pings it when that is due. */
    void check(Instant now) {
        Instant sending = outbox.sendingSince();
        if (!now.isBefore(admission.expiresAt())) {
            end(ConnectionCloseReason.TOKEN_OVER);
        } else if (sending != null && !now.isBefore(sending.plus(settings.sendTimeout()))) {
            end(ConnectionCloseReason.TOO_SLOW);
        } else if (line.isAnswered() && !now.isBefore(heard.plus(settings.idle()))) {
            end(ConnectionCloseReason.GONE);
        } else if (!now.isBefore(pinged.plus(settings.ping()))) {
            pinged = now;
            answer(Frame.SIGN_OF_LIFE);
        }
    }

    /** Ends the session from this side; only the first end counts. */
    void end(ConnectionCloseReason why) {
        if (leave()) {
            line.close(why);
        }
    }

    /** The connection has ended by itself. */
    void gone() {
        leave();
    }

    boolean isOver() {
        return over.get();
    }

    private boolean leave() {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            outbox.close();
            surroundings.over(this);
        }
        return first;
    }

    @Override
    public void sent() {
        surroundings.sent();
    }

    @Override
    public void drained() {
        synchronized (this) {
            if (pace != Mode.SENDING) {
                return;
            }
            pace = Mode.READING;
        }
        surroundings.behind(this);
    }

    @Override
    public void broken(Throwable why) {
        LOG.log(Level.DEBUG, "a client cannot be reached any more: {0}", why.toString());
        end(ConnectionCloseReason.GONE);
    }
}
