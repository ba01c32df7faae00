package dev.millrace.web.push;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A client whose network is as fast or slow as the test wants. */
final class FakeTransport implements Transport {
    final List<Frame> sent = new CopyOnWriteArrayList<>();
    volatile ConnectionCloseReason closeReason;
    /** The transport throws it at each frame from now on; null = none. */
    volatile Error error;

    boolean slow;
    int eventsAtOnce = 1;
    private Consumer<Throwable> busy;

    /** A transport that is busy with each frame until {@link #completes}. */
    static FakeTransport slow() {
        FakeTransport transport = new FakeTransport();
        transport.slow = true;
        return transport;
    }

    @Override
    public void send(Frame frame, Consumer<Throwable> callback) {
        if (error != null) {
            throw error;
        }
        if (busy != null) {
            throw new IllegalStateException("two writers at once");
        }
        sent.add(frame);
        if (slow) {
            busy = callback;
        } else {
            callback.accept(null);
        }
    }

    void completes() {
        complete(null);
    }

    void breaks() {
        complete(new IllegalStateException("connection reset"));
    }

    /** Completes the waiting frame, and all later ones at once. */
    void becomesFast() {
        slow = false;
        if (busy != null) {
            completes();
        }
    }

    boolean isBusy() {
        return busy != null;
    }

    List<Long> offsets() {
        return sent.stream()
                .filter(frame -> !frame.isKeepalive())
                .map(frame -> frame.position().offset())
                .toList();
    }

    List<String> texts() {
        return sent.stream().map(Frame::text).toList();
    }

    private void complete(Throwable failure) {
        Consumer<Throwable> callback = busy;
        busy = null;
        callback.accept(failure);
    }

    @Override
    public void close(ConnectionCloseReason why) {
        closeReason = why;
    }

    @Override
    public int maxEventsPerFrame() {
        return eventsAtOnce;
    }

    @Override
    public boolean answersPings() {
        return true;
    }
}
