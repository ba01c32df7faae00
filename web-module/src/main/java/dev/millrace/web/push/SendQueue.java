package dev.millrace.web.push;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames waiting for one client, ordered and bounded, with a single writer. {@link #offer} never sends and may be called
 * under a lock. {@link #sendNext} sends and must not be.
 */
final class SendQueue {
    /** Is notified about the frames; called without a lock. */
    interface Owner {
        /** The transport has sent a frame. */
        void onSent();

        /** The queue is empty. */
        void onDrained();

        /** The transport has failed. */
        void onBroken(Throwable failure);
    }

    /** A frame of this length takes no further event. */
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

    /** @param limit maximum number of waiting frames, apart from missed events */
    SendQueue(Transport transport, Owner owner, Clock clock, int limit) {
        this.transport = transport;
        this.owner = owner;
        this.clock = clock;
        this.limit = limit;
        this.capacity = limit;
    }

    /** Starts sending. */
    void start() {
        synchronized (this) {
            open = true;
        }
        sendNext();
    }

    /** @return how many frames were accepted; if not all, {@link Owner#onDrained} will follow */
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

    /** Accepts a reply, of which only the latest of its kind waits, so that it needs no bound. */
    synchronized void offerReply(Frame frame) {
        add(frame);
    }

    /** Accepts missed events: the client's pace decides when they are read, and they do not count against the limit. */
    synchronized void offerCatchUp(List<Frame> frames) {
        frames.forEach(this::add);
        capacity = limit + waiting.size();
    }

    /** Sends waiting frames until the transport is busy. */
    void sendNext() {
        for (Frame next = next(); next != null; next = next()) {
            transport.send(next, this::sent);
            doneSending();
        }
    }

    /** @return when the frame being sent was started, or null if none is */
    synchronized Instant sendingSince() {
        return sendingSince;
    }

    /** Drops waiting frames and sends no more. */
    synchronized void close() {
        open = false;
        waiting.clear();
    }

    /** The latest frame moves to the end: a client that resumes after it must have received all before it. */
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

    /** A keepalive shares its frame with no event. */
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
