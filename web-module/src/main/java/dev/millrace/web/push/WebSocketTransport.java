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

/** A WebSocket. */
final class WebSocketTransport implements Transport {
    private static final Logger LOG = NodeLog.of(WebSocketTransport.class);

    private static final ClassLoader SERVICES =
            new ServiceCachingClassLoader(WebSocketTransport.class.getClassLoader());

    private final Session socket;
    private final int eventsAtOnce;

    WebSocketTransport(Session socket, int eventsAtOnce) {
        this.socket = socket;
        this.eventsAtOnce = eventsAtOnce;
    }

    @Override
    public void send(Frame frame, Consumer<Throwable> sent) {
        Thread caller = Thread.currentThread();
        ClassLoader context = caller.getContextClassLoader();
        caller.setContextClassLoader(SERVICES);
        try {
            if (frame.isSignOfLife()) {
                socket.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
                sent.accept(null);
            } else {
                socket.getAsyncRemote()
                        .sendText(
                                frame.text(),
                                result -> sent.accept(result.isOK() ? null : failure(result.getException())));
            }
        } catch (IOException | RuntimeException e) {
            sent.accept(e);
        } finally {
            caller.setContextClassLoader(context);
        }
    }

    private static Throwable failure(Throwable told) {
        return told == null ? new IOException("the container does not say why") : told;
    }

    @Override
    public void close(ConnectionCloseReason why) {
        try {
            socket.close(new CloseReason(CloseCodes.getCloseCode(why.code()), why.reason()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a socket cannot be closed any more: {0}", e.toString());
        }
    }

    @Override
    public int eventsAtOnce() {
        return eventsAtOnce;
    }

    @Override
    public boolean isAnswered() {
        return true;
    }
}
