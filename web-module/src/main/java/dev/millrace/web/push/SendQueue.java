package dev.millrace.web.push;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits for one client, in order and within a bound, and its only writer: the next frame goes out when the one
 * before is through. To {@link #put} never sends, so it may be called under a lock; {@link #pump} sends and must not.
 */
final class SendQueue {
    /** Is told what becomes of the frames; called without a lock. */
    interface Owner {
        /** A frame is through. */
        void sent();

        /** Nothing waits any more. */
        void drained();

        /** The line is broken. */
        void broken(Throwable why);
    }

    /** Once so many characters have come together, the frame is long enough to be worth its cost. */
    private static final int LONG_FRAME = 64_000;

    private final Transport line;
    private final Owner owner;
    private final Clock clock;
    private final int limit;
    private final Map<Object, Frame> waiting = new LinkedHashMap<>();
    private int room;
    private boolean open;
    private Instant sendingSince;
    private Thread sender;

    /** @param limit most frames that may wait, apart from those a client has missed */
    SendQueue(Transport line, Owner owner, Clock clock, int limit) {
        this.line = line;
        this.owner = owner;
        this.clock = clock;
        this.limit = limit;
        this.room = limit;
    }

    /** Begins to send. */
    void start() {
        synchronized (this) {
            open = true;
        }
        pump();
    }

    /** @return how many of the frames are taken; when there is no room for more, {@link Owner#drained} will come */
    synchronized int put(List<Frame> frames) {
        int taken = 0;
        for (Frame frame : frames) {
            if (waiting.size() >= room && !waiting.containsKey(key(frame))) {
                break;
            }
            add(frame);
            taken++;
        }
        return taken;
    }

    /** Takes an answer, of which only the latest of its kind waits, so that it needs no bound. */
    synchronized void putAnswer(Frame frame) {
        add(frame);
    }

    /** Takes what the client has missed: it is read at the client's pace, and does not count. */
    synchronized void putMissed(List<Frame> frames) {
        frames.forEach(this::add);
        room = limit + waiting.size();
    }

    /** Sends what waits, until the line is busy. */
    void pump() {
        for (Frame next = next(); next != null; next = next()) {
            line.send(next, this::sent);
            doneSending();
        }
    }

    /** @return since when the frame that is being sent is, or null if none is */
    synchronized Instant sendingSince() {
        return sendingSince;
    }

    /** Forgets what waits and sends no more. */
    synchronized void close() {
        open = false;
        waiting.clear();
    }

    /** The latest goes to the end: a client that resumes after it must have got all before it. */
    private void add(Frame frame) {
        waiting.remove(key(frame));
        waiting.put(key(frame), frame);
    }

    private static Object key(Frame frame) {
        return frame.replaces() == null ? frame.position() : frame.replaces();
    }

    private synchronized Frame next() {
        if (!open || sendingSince != null || waiting.isEmpty()) {
            return null;
        }
        sendingSince = clock.instant();
        sender = Thread.currentThread();
        return Frame.together(takeOldest());
    }

    /** A sign of life goes by itself. */
    private List<Frame> takeOldest() {
        List<Frame> taken = new ArrayList<>();
        int length = 0;
        Iterator<Frame> oldest = waiting.values().iterator();
        while (oldest.hasNext() && taken.size() < line.eventsAtOnce() && length < LONG_FRAME) {
            Frame next = oldest.next();
            if (next.isSignOfLife() && !taken.isEmpty()) {
                break;
            }
            oldest.remove();
            taken.add(next);
            if (next.isSignOfLife()) {
                break;
            }
            length += next.text().length();
        }
        return taken;
    }

    private synchronized void doneSending() {
        if (sender == Thread.currentThread()) {
            sender = null;
        }
    }

    private void sent(Throwable failure) {
        boolean drained;
        boolean inPump;
        synchronized (this) {
            sendingSince = null;
            drained = open && waiting.isEmpty();
            room = drained ? limit : room;
            inPump = sender == Thread.currentThread();
        }
        if (failure != null) {
            owner.broken(failure);
            return;
        }
        owner.sent();
        if (drained) {
            owner.drained();
        }
        if (!inPump) {
            pump();
        }
    }
}
