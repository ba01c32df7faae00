package dev.millrace.web.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** A stream of Server-Sent Events, written only when the container says that it takes more. */
final class SseTransport implements Transport, WriteListener, AsyncListener {
    /** How soon a client comes back when the stream ends, as it does when this node stops. */
    private static final String RETRY = "retry: 1000\n";

    private AsyncContext async;
    private ServletOutputStream out;
    private Runnable gone;
    private byte[] frame;
    private Consumer<Throwable> sent;
    private boolean unflushed;
    private boolean writable;
    private boolean over;
    private boolean retryTold;

    /**
     * Opens it.
     *
     * @param gone is told when the connection ends
     */
    void begin(AsyncContext context, Runnable gone) throws IOException {
        async = context;
        async.setTimeout(0);
        async.addListener(this);
        this.gone = gone;
        out = async.getResponse().getOutputStream();
        out.setWriteListener(this);
    }

    @Override
    public void send(Frame next, Consumer<Throwable> told) {
        synchronized (this) {
            frame = (retryTold ? "" : RETRY).concat(text(next)).getBytes(StandardCharsets.UTF_8);
            retryTold = true;
            sent = told;
        }
        write();
    }

    static String text(Frame frame) {
        return frame.isSignOfLife()
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
        Consumer<Throwable> told;
        Throwable failure = null;
        synchronized (this) {
            if (!writable || over || sent == null) {
                return;
            }
            try {
                if (!advance()) {
                    return;
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            told = sent;
            sent = null;
        }
        told.accept(failure);
    }

    /** @return whether the frame is through; else the container calls again */
    private boolean advance() throws IOException {
        while (frame != null || unflushed) {
            if (!out.isReady()) {
                return false;
            }
            if (frame != null) {
                out.write(frame);
                frame = null;
                unflushed = true;
            } else {
                out.flush();
                unflushed = false;
            }
        }
        return true;
    }

    @Override
    public void close(ConnectionCloseReason why) {
        synchronized (this) {
            if (over || async == null) {
                over = true;
                return;
            }
            over = true;
        }
        async.complete();
    }

    @Override
    public int eventsAtOnce() {
        return 1;
    }

    @Override
    public boolean isAnswered() {
        return false;
    }

    @Override
    public void onError(Throwable error) {
        gone.run();
        close(ConnectionCloseReason.GONE);
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
        gone.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // never started again
    }
}
