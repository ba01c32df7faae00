package dev.millrace.web.push;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientMessageTest {
    @Test
    void a_client_may_ping() {
        assertThat(ClientMessage.parse("{\"type\":\"ping\"}")).contains(new ClientMessage.Ping());
    }

    @Test
    void a_client_may_renew_its_connection() {
        assertThat(ClientMessage.parse("{\"type\":\"renew\",\"ticket\":\"abc\"}"))
                .contains(new ClientMessage.Renew("abc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping",
                "{\"type\":",
                "[]",
                "\"ping\"",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"shout\"}",
                "{\"type\":\"renew\"}",
                "{\"type\":\"renew\",\"ticket\":null}"
            })
    void an_unknown_text_is_no_message(String text) {
        assertThat(ClientMessage.parse(text)).isEmpty();
    }
}
