package dev.millrace.web.push;

import java.util.function.Consumer;

/** Sends frames to one client without blocking. */
interface Transport {
    /**
     * Sends a frame; the caller sends the next one only after this one.
     *
     * @param callback called once, on any thread, with null or the failure
     */
    void send(Frame frame, Consumer<Throwable> callback);

    /** Closes the connection; the caller does so once. */
    void close(ConnectionCloseReason reason);

    /** @return maximum number of events in one frame, at least 1; several are a JSON array */
    int maxEventsPerFrame();

    /** @return whether a live client answers a keepalive */
    boolean answersPings();
}
