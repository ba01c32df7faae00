package dev.millrace.web.push;

import java.util.function.Consumer;

/** The way to one client. Never waits for it. */
interface Transport {
    /**
     * Sends a frame; the next one is only sent after this one.
     *
     * @param callback is told once, on whatever thread: null, or why it could not be sent
     */
    void send(Frame frame, Consumer<Throwable> callback);

    /** Ends the connection; to be called once. */
    void close(ConnectionCloseReason reason);

    /** @return how many events may go to the client in one frame, as a JSON array if they are several; at least 1 */
    int maxEventsPerFrame();

    /** @return whether a client that lives answers a sign of life */
    boolean answersPings();
}
