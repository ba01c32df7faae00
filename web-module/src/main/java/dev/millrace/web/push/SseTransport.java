package dev.millrace.web.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** Sends Server-Sent Events, and writes only while the container accepts more. */
final class SseTransport implements Transport, WriteListener, AsyncListener {
    /** Makes a client reconnect a second after the stream closes, as it does when this node stops. */
    private static final String RETRY = "retry: 1000\n";

    private AsyncContext async;
    private ServletOutputStream out;
    private Runnable onDisconnect;
    private byte[] frame;
    private Consumer<Throwable> callback;
    private boolean flushPending;
    private boolean writable;
    private boolean closed;
    private boolean retrySent;

    /**
     * Opens the stream.
     *
     * @param onDisconnect runs when the connection closes
     */
    void open(AsyncContext context, Runnable onDisconnect) throws IOException {
        async = context;
        async.setTimeout(0);
        async.addListener(this);
        this.onDisconnect = onDisconnect;
        out = async.getResponse().getOutputStream();
        out.setWriteListener(this);
    }

    @Override
    public void send(Frame next, Consumer<Throwable> callback) {
        synchronized (this) {
            frame = (retrySent ? "" : RETRY).concat(text(next)).getBytes(StandardCharsets.UTF_8);
            retrySent = true;
            this.callback = callback;
        }
        write();
    }

    static String text(Frame frame) {
        return frame.isKeepalive()
                ? ":\n\n"
                : "id: " + frame.position() + "\ndata: " + frame.text().replace("\n", "\ndata: ") + "\n\n";
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            writable = true;
        }
        write();
    }

    private void write() {
        Consumer<Throwable> done;
        Throwable failure = null;
        synchronized (this) {
            if (!writable || closed || callback == null) {
                return;
            }
            try {
                if (!writePending()) {
                    return;
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            done = callback;
            callback = null;
        }
        done.accept(failure);
    }

    /** @return whether the frame is written; else the container calls again */
    private boolean writePending() throws IOException {
        while (frame != null || flushPending) {
            if (!out.isReady()) {
                return false;
            }
            if (frame != null) {
                out.write(frame);
                frame = null;
                flushPending = true;
            } else {
                out.flush();
                flushPending = false;
            }
        }
        return true;
    }

    @Override
    public void close(ConnectionCloseReason reason) {
        synchronized (this) {
            if (closed || async == null) {
                closed = true;
                return;
            }
            closed = true;
        }
        async.complete();
    }

    @Override
    public int maxEventsPerFrame() {
        return 1;
    }

    @Override
    public boolean answersPings() {
        return false;
    }

    @Override
    public void onError(Throwable error) {
        onDisconnect.run();
        close(ConnectionCloseReason.UNRESPONSIVE);
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        onDisconnect.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the transport does not start again
    }
}
