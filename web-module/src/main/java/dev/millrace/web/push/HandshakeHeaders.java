package dev.millrace.web.push;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Passes the handshake's headers to the endpoint, which cannot see them. The endpoint checks the origin, so that a rejected
 * page gets a close code with the reason; a failed handshake would give none.
 */
public class HandshakeHeaders extends ServerEndpointConfig.Configurator {
    private static final String KEY = HandshakeHeaders.class.getName();

    /** The user properties are the connection's own since Jakarta WebSocket 2.1. */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(KEY, new AtomicReference<>(Map.copyOf(request.getHeaders())));
    }

    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }

    /**
     * Takes the headers once, so that an open connection does not keep them: containers keep its user properties, more than once.
     *
     * @throws IllegalStateException if the container has lost them, or they were taken before
     */
    @SuppressWarnings("unchecked")
    static Map<String, List<String>> take(Map<String, Object> userProperties) {
        if (userProperties.get(KEY) instanceof AtomicReference<?> holder
                && holder.getAndSet(null) instanceof Map<?, ?> headers) {
            return (Map<String, List<String>>) headers;
        }
        throw new IllegalStateException("no headers came with the handshake");
    }
}
