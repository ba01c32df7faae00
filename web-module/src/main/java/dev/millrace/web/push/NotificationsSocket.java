package dev.millrace.web.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Problem;
import dev.millrace.push.PushSettings;

/**
 * The WebSocket door. One of these is made for each connection; what lasts lies in {@link OpenConnections}. The caller's
 * identity does not reach EJBs from here, so it is passed along.
 */
@ServerEndpoint(value = "/ws/notifications", subprotocols = "cloudevents.json", configurator = HandshakeHeaders.class)
public class NotificationsSocket {
    private static final Logger LOG = NodeLog.of(NotificationsSocket.class);

    private static final int EVENTS_AT_ONCE = 100;

    @Inject
    private OpenConnections sessions;

    @Inject
    private AuthenticateConnection callers;

    @Inject
    private PushSettings settings;

    private final StringBuilder message = new StringBuilder();
    private volatile ClientConnection session;

    @OnOpen
    public void open(Session socket) {
        socket.setMaxTextMessageBufferSize(settings.maxMessage());
        socket.setMaxBinaryMessageBufferSize(settings.maxMessage());
        WebSocketTransport line =
                new WebSocketTransport(socket, "true".equals(parameter(socket, "batch")) ? EVENTS_AT_ONCE : 1);
        if (!new Origins(settings.allowedOrigins())
                .allow(HandshakeHeaders.take(socket.getUserProperties()), socket.isSecure())) {
            line.close(ConnectionCloseReason.FOREIGN_ORIGIN);
            return;
        }
        try {
            session = sessions.open(
                    callers.byTicketOrToken(parameter(socket, "ticket"), socket.getUserPrincipal()),
                    parameter(socket, "since"),
                    line);
            session.start();
        } catch (RuntimeException e) {
            line.close(ending(e));
        }
    }

    /** Takes a message piece by piece: WildFly would put one together without a bound while its fragments do not end. */
    @OnMessage
    public void hear(String piece, boolean last) {
        ClientConnection open = session;
        if (open == null || !open.heard()) {
            return;
        }
        if (message.length() + piece.length() > settings.maxMessage()) {
            open.end(ConnectionCloseReason.MESSAGE_TOO_BIG);
            return;
        }
        message.append(piece);
        if (last) {
            String text = message.toString();
            message.setLength(0);
            obey(open, text);
        }
    }

    private void obey(ClientConnection open, String text) {
        Optional<ClientMessage> known = ClientMessage.parse(text);
        if (known.isEmpty()) {
            open.end(ConnectionCloseReason.BAD_MESSAGE);
        } else if (known.get() instanceof ClientMessage.Renew renew) {
            renew(open, renew.ticket());
        } else {
            open.ping();
        }
    }

    @OnMessage
    public void hear(byte[] piece, boolean last) {
        ClientConnection open = session;
        if (open != null) {
            open.end(ConnectionCloseReason.BAD_MESSAGE);
        }
    }

    @OnMessage
    public void hear(PongMessage pong) {
        ClientConnection open = session;
        if (open != null) {
            open.heard();
        }
    }

    @OnError
    public void fail(Throwable error) {
        LOG.log(Level.DEBUG, "a socket has failed: {0}", error.toString());
    }

    @OnClose
    public void close() {
        ClientConnection open = session;
        if (open != null) {
            open.gone();
        }
    }

    private void renew(ClientConnection open, String ticket) {
        try {
            open.renew(callers.byTicket(ticket));
        } catch (RuntimeException e) {
            open.end(ending(e));
        }
    }

    private static ConnectionCloseReason ending(RuntimeException error) {
        if (error instanceof Problem problem) {
            return switch (problem.kind()) {
                case UNAVAILABLE, TOO_MANY -> ConnectionCloseReason.NOT_NOW;
                default -> ConnectionCloseReason.NOT_ADMITTED;
            };
        }
        LOG.log(Level.ERROR, "a session could not be opened or renewed", error);
        return ConnectionCloseReason.FAULT;
    }

    private static String parameter(Session socket, String name) {
        List<String> values = socket.getRequestParameterMap().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
