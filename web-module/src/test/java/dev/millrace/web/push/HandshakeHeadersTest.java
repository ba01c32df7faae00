package dev.millrace.web.push;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class HandshakeHeadersTest {
    private static final Map<String, List<String>> HEADERS = Map.of("Host", List.of("mill.example.org"));

    private final ServerEndpointConfig config = ServerEndpointConfig.Builder.create(NotificationsSocket.class, "/")
            .configurator(new HandshakeHeaders())
            .build();

    @Test
    void are_there_for_the_endpoint() {
        handshake();

        assertThat(HandshakeHeaders.take(config.getUserProperties())).isEqualTo(HEADERS);
    }

    @Test
    void are_not_kept_by_an_open_connection() {
        handshake();
        HandshakeHeaders.take(config.getUserProperties());

        assertThatIllegalStateException().isThrownBy(() -> HandshakeHeaders.take(config.getUserProperties()));
    }

    @Test
    void are_missed_if_the_container_loses_them() {
        assertThatIllegalStateException()
                .isThrownBy(() -> HandshakeHeaders.take(Map.of()))
                .withMessage("no headers came with the handshake");
    }

    private void handshake() {
        new HandshakeHeaders().modifyHandshake(config, request(), null);
    }

    private static HandshakeRequest request() {
        return (HandshakeRequest) Proxy.newProxyInstance(
                HandshakeRequest.class.getClassLoader(),
                new Class<?>[] {HandshakeRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getHeaders") ? HEADERS : null);
    }
}
