package dev.millrace.itests.container;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.LiveSocket;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.network.RawSocket;

import static dev.millrace.testkit.client.EventKinds.READY;
import static org.assertj.core.api.Assertions.assertThat;

/** How much one client can ask of the server over its sockets. */
abstract class SocketLimits {
    private static final int CHUNK = 1_000;
    private static final int FAR_MORE_THAN_A_MESSAGE = 1_000;

    abstract ApiClient apiClient();

    abstract URI base();

    @Test
    void a_frame_longer_than_any_message_is_not_buffered_to_its_end() throws IOException {
        try (RawSocket socket = new RawSocket(base(), apiClient().signedIn().ticket())) {
            socket.begin(RawSocket.TEXT, true, 4_000_000);
            sendUntilEnded(socket, () -> socket.send(CHUNK));

            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void a_message_of_endless_fragments_is_not_buffered() throws IOException {
        try (RawSocket socket = new RawSocket(base(), apiClient().signedIn().ticket())) {
            socket.begin(RawSocket.TEXT, false, CHUNK);
            socket.send(CHUNK);
            sendUntilEnded(socket, () -> {
                socket.begin(RawSocket.CONTINUATION, false, CHUNK);
                socket.send(CHUNK);
            });

            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void a_users_connection_beyond_the_limit_is_rejected_and_the_others_stay() {
        SignedInClient somebody = apiClient().signedIn();
        List<LiveSocket> open = new ArrayList<>();
        for (int i = 0; i < ContainerSetup.SESSIONS_OF_A_USER; i++) {
            open.add(somebody.opensSocket(null));
            open.get(i).inbox().next(READY);
        }

        assertThat(somebody.opensSocket(null).closedWith()).isEqualTo(1013);
        assertThat(somebody.get("api/events").expecting(429).problem()).isEqualTo("too-many-own-sessions");

        apiClient().signedIn().opensSocket(null).inbox().next(READY);
        open.get(0).close();
        assertThat(open.get(0).closedWith()).isNotNegative();
        open.forEach(LiveSocket::close);
    }

    @Test
    void a_client_that_sends_too_much_is_closed() {
        LiveSocket socket = apiClient().signedIn().opensSocket(null);
        for (int i = 0; i < 130; i++) {
            socket.send("{\"type\":\"ping\"}");
        }

        assertThat(socket.closedWith()).isEqualTo(1008);
    }

    private interface Piece {
        void send() throws IOException;
    }

    /** The server may close the connection at any time; a write that fails shows that it has. */
    private static void sendUntilEnded(RawSocket socket, Piece piece) {
        try {
            for (int i = 0; i < FAR_MORE_THAN_A_MESSAGE; i++) {
                piece.send();
            }
        } catch (IOException e) {
            assertThat(socket.isEnded()).as("ended after %s", e).isTrue();
        }
    }
}
