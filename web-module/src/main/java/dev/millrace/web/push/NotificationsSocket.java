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
import dev.millrace.web.security.Origins;

/**
 * The WebSocket endpoint. The container creates one instance for each connection; {@link OpenConnections} keeps the lasting
 * state. The caller's identity does not reach EJBs from here, so it is passed along.
 */
@ServerEndpoint(value = "/ws/notifications", subprotocols = "cloudevents.json", configurator = HandshakeOrigin.class)
public class NotificationsSocket {
    private static final Logger LOG = NodeLog.of(NotificationsSocket.class);

    private static final int MAX_BATCH = 100;

    @Inject
    private OpenConnections connections;

    @Inject
    private AuthenticateConnection authenticate;

    @Inject
    private PushSettings settings;

    private final StringBuilder message = new StringBuilder();
    private volatile ClientConnection connection;

    @OnOpen
    public void open(Session socket) {
        socket.setMaxTextMessageBufferSize(settings.maxMessage());
        socket.setMaxBinaryMessageBufferSize(settings.maxMessage());
        WebSocketTransport transport =
                new WebSocketTransport(socket, "true".equals(parameter(socket, "batch")) ? MAX_BATCH : 1);
        HandshakeOrigin.Handshake handshake = HandshakeOrigin.take(socket.getUserProperties());
        if (!new Origins(settings.allowedOrigins()).allows(handshake.origin(), handshake.request())) {
            transport.close(ConnectionCloseReason.ORIGIN_NOT_ALLOWED);
            return;
        }
        try {
            connection = connections.open(
                    authenticate.byTicketOrToken(parameter(socket, "ticket"), socket.getUserPrincipal()),
                    parameter(socket, "since"),
                    transport);
            connection.start();
        } catch (RuntimeException e) {
            transport.close(closeReason(e));
        }
    }

    /** Receives a message part by part: WildFly would join fragments without a bound. */
    @OnMessage
    public void onMessage(String part, boolean last) {
        ClientConnection current = connection;
        if (current == null || !current.onMessage()) {
            return;
        }
        if (message.length() + part.length() > settings.maxMessage()) {
            current.close(ConnectionCloseReason.MESSAGE_TOO_BIG);
            return;
        }
        message.append(part);
        if (last) {
            String text = message.toString();
            message.setLength(0);
            handle(current, text);
        }
    }

    private void handle(ClientConnection current, String text) {
        Optional<ClientMessage> known = ClientMessage.parse(text);
        if (known.isEmpty()) {
            current.close(ConnectionCloseReason.UNKNOWN_MESSAGE);
        } else if (known.get() instanceof ClientMessage.Renew renew) {
            renew(current, renew.ticket());
        } else {
            current.onPing();
        }
    }

    @OnMessage
    public void onMessage(byte[] part, boolean last) {
        ClientConnection current = connection;
        if (current != null) {
            current.close(ConnectionCloseReason.UNKNOWN_MESSAGE);
        }
    }

    @OnMessage
    public void onMessage(PongMessage pong) {
        ClientConnection current = connection;
        if (current != null) {
            current.onMessage();
        }
    }

    @OnError
    public void onError(Throwable error) {
        LOG.log(Level.DEBUG, "WebSocket failed: {0}", error.toString());
    }

    @OnClose
    public void close() {
        ClientConnection current = connection;
        if (current != null) {
            current.onDisconnect();
        }
    }

    private void renew(ClientConnection current, String ticket) {
        try {
            current.renew(authenticate.byTicket(ticket));
        } catch (RuntimeException e) {
            current.close(closeReason(e));
        }
    }

    private static ConnectionCloseReason closeReason(RuntimeException error) {
        if (error instanceof Problem problem) {
            return switch (problem.kind()) {
                case UNAVAILABLE, TOO_MANY -> ConnectionCloseReason.TRY_AGAIN_LATER;
                default -> ConnectionCloseReason.UNAUTHENTICATED;
            };
        }
        LOG.log(Level.ERROR, "Failed to open or renew a connection", error);
        return ConnectionCloseReason.INTERNAL_ERROR;
    }

    private static String parameter(Session socket, String name) {
        List<String> values = socket.getRequestParameterMap().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
