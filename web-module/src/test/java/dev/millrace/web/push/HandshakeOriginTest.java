package dev.millrace.web.push;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

import org.junit.jupiter.api.Test;

import dev.millrace.web.forwarded.OriginalRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class HandshakeOriginTest {
    private static final String PAGE = "https://app.example.org";
    private static final OriginalRequest REQUEST =
            new OriginalRequest("203.0.113.9", "https", "mill.example.org", 443, "");

    private final ServerEndpointConfig config = ServerEndpointConfig.Builder.create(NotificationsSocket.class, "/")
            .configurator(new HandshakeOrigin(() -> REQUEST))
            .build();

    @Test
    void the_origin_is_there_for_the_endpoint() {
        handshake(Map.of("Host", List.of("10.0.0.7"), "origin", List.of(PAGE)));

        assertThat(HandshakeOrigin.take(config.getUserProperties()))
                .isEqualTo(new HandshakeOrigin.Handshake(PAGE, REQUEST));
    }

    @Test
    void a_client_may_send_none() {
        handshake(Map.of());

        assertThat(HandshakeOrigin.take(config.getUserProperties()).origin()).isNull();
    }

    @Test
    void an_open_connection_can_not_take_the_origin_twice() {
        handshake(Map.of());
        HandshakeOrigin.take(config.getUserProperties());

        assertThatIllegalStateException().isThrownBy(() -> HandshakeOrigin.take(config.getUserProperties()));
    }

    @Test
    void a_handshake_without_an_origin_is_an_error() {
        assertThatIllegalStateException()
                .isThrownBy(() -> HandshakeOrigin.take(Map.of()))
                .withMessage("no origin came with the handshake");
    }

    private void handshake(Map<String, List<String>> headers) {
        new HandshakeOrigin(() -> REQUEST).modifyHandshake(config, request(headers), null);
    }

    private static HandshakeRequest request(Map<String, List<String>> headers) {
        return (HandshakeRequest) Proxy.newProxyInstance(
                HandshakeRequest.class.getClassLoader(),
                new Class<?>[] {HandshakeRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getHeaders") ? headers : null);
    }
}
