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
 * before is through. To {@link #offer} never sends, so it may be called under a lock; {@link #sendNext} sends and must not.
 */
final class SendQueue {
    /** Is told what becomes of the frames; called without a lock. */
    interface Owner {
        /** A frame is through. */
        void onSent();

        /** Nothing waits any more. */
        void onDrained();

        /** The line is broken. */
        void onBroken(Throwable failure);
    }

    /** Once so many characters have come together, the frame is long enough to be worth its cost. */
    private static final int MAX_FRAME_CHARACTERS = 64_000;

    private final Transport transport;
    private final Owner owner;
    private final Clock clock;
    private final int limit;
    private final Map<Object, Frame> waiting = new LinkedHashMap<>();
    private int capacity;
    private boolean open;
    private Instant sendingSince;
    private Thread sender;

    /** @param limit most frames that may wait, apart from those a client has missed */
    SendQueue(Transport transport, Owner owner, Clock clock, int limit) {
        this.transport = transport;
        this.owner = owner;
        this.clock = clock;
        this.limit = limit;
        this.capacity = limit;
    }

    /** Begins to send. */
    void start() {
        synchronized (this) {
            open = true;
        }
        sendNext();
    }

    /** @return how many of the frames are taken; when there is no room for more, {@link Owner#onDrained} will come */
    synchronized int offer(List<Frame> frames) {
        int taken = 0;
        for (Frame frame : frames) {
            if (waiting.size() >= capacity && !waiting.containsKey(key(frame))) {
                break;
            }
            add(frame);
            taken++;
        }
        return taken;
    }

    /** Takes an answer, of which only the latest of its kind waits, so that it needs no bound. */
    synchronized void offerReply(Frame frame) {
        add(frame);
    }

    /** Takes what the client has missed: it is read at the client's pace, and does not count. */
    synchronized void offerCatchUp(List<Frame> frames) {
        frames.forEach(this::add);
        capacity = limit + waiting.size();
    }

    /** Sends what waits, until the line is busy. */
    void sendNext() {
        for (Frame next = next(); next != null; next = next()) {
            transport.send(next, this::sent);
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
        return frame.coalesceKey() == null ? frame.position() : frame.coalesceKey();
    }

    private synchronized Frame next() {
        if (!open || sendingSince != null || waiting.isEmpty()) {
            return null;
        }
        sendingSince = clock.instant();
        sender = Thread.currentThread();
        return Frame.batch(takeOldest());
    }

    /** A sign of life goes by itself. */
    private List<Frame> takeOldest() {
        List<Frame> taken = new ArrayList<>();
        int length = 0;
        Iterator<Frame> oldest = waiting.values().iterator();
        while (oldest.hasNext() && taken.size() < transport.maxEventsPerFrame() && length < MAX_FRAME_CHARACTERS) {
            Frame next = oldest.next();
            if (next.isKeepalive() && !taken.isEmpty()) {
                break;
            }
            oldest.remove();
            taken.add(next);
            if (next.isKeepalive()) {
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
        boolean sending;
        synchronized (this) {
            sendingSince = null;
            drained = open && waiting.isEmpty();
            capacity = drained ? limit : capacity;
            sending = sender == Thread.currentThread();
        }
        if (failure != null) {
            owner.onBroken(failure);
            return;
        }
        owner.onSent();
        if (drained) {
            owner.onDrained();
        }
        if (!sending) {
            sendNext();
        }
    }
}
