package dev.millrace.web.push;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

import dev.millrace.web.forwarded.OriginalRequest;

/**
 * Passes the origin of the handshake to the endpoint, which cannot see it. The endpoint checks it, so that a rejected
 * page gets a close code with the reason; a failed handshake would give none.
 */
public class HandshakeOrigin extends ServerEndpointConfig.Configurator {
    private static final String KEY = HandshakeOrigin.class.getName();

    private final Supplier<OriginalRequest> current;

    /**
     * One handshake.
     *
     * @param origin of the page; null if the client sends none
     * @param request with the server's own origin
     */
    record Handshake(String origin, OriginalRequest request) {}

    /** For the container, which calls it on the request's thread. */
    public HandshakeOrigin() {
        this(() -> OriginalRequest.of(
                CDI.current().select(HttpServletRequest.class).get()));
    }

    HandshakeOrigin(Supplier<OriginalRequest> current) {
        this.current = current;
    }

    /** The user properties are the connection's own since Jakarta WebSocket 2.1. */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Handshake handshake = new Handshake(origin(request.getHeaders()), current.get());
        config.getUserProperties().put(KEY, new AtomicReference<>(handshake));
    }

    private static String origin(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Origin"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }

    /**
     * Takes the handshake once, so that an open connection does not keep it: containers keep its user properties, more
     * than once.
     *
     * @throws IllegalStateException if the container has lost it, or it was taken before
     */
    static Handshake take(Map<String, Object> userProperties) {
        if (userProperties.get(KEY) instanceof AtomicReference<?> holder
                && holder.getAndSet(null) instanceof Handshake handshake) {
            return handshake;
        }
        throw new IllegalStateException("no origin came with the handshake");
    }
}
