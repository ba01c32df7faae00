package dev.millrace.web.push;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;

import dev.millrace.platform.node.NodeLog;

/** Sends frames over a WebSocket. */
final class WebSocketTransport implements Transport {
    private static final Logger LOG = NodeLog.of(WebSocketTransport.class);

    private static final ClassLoader SERVICES =
            new ServiceCachingClassLoader(WebSocketTransport.class.getClassLoader());

    private final Session socket;
    private final int maxEventsPerFrame;

    WebSocketTransport(Session socket, int maxEventsPerFrame) {
        this.socket = socket;
        this.maxEventsPerFrame = maxEventsPerFrame;
    }

    @Override
    public void send(Frame frame, Consumer<Throwable> callback) {
        Thread caller = Thread.currentThread();
        ClassLoader context = caller.getContextClassLoader();
        caller.setContextClassLoader(SERVICES);
        try {
            if (frame.isKeepalive()) {
                socket.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
                callback.accept(null);
            } else {
                socket.getAsyncRemote()
                        .sendText(
                                frame.text(),
                                result -> callback.accept(result.isOK() ? null : failure(result.getException())));
            }
        } catch (IOException | RuntimeException e) {
            callback.accept(e);
        } finally {
            caller.setContextClassLoader(context);
        }
    }

    private static Throwable failure(Throwable failure) {
        return failure == null ? new IOException("the container gives no reason") : failure;
    }

    @Override
    public void close(ConnectionCloseReason reason) {
        try {
            socket.close(new CloseReason(CloseCodes.getCloseCode(reason.code()), reason.reason()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "Failed to close a WebSocket: {0}", e.toString());
        }
    }

    @Override
    public int maxEventsPerFrame() {
        return maxEventsPerFrame;
    }

    @Override
    public boolean answersPings() {
        return true;
    }
}
