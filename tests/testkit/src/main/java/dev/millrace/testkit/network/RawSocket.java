package dev.millrace.testkit.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket whose test writes the frames byte by byte, so that they may be wrong. */
public final class RawSocket implements AutoCloseable {
    public static final int TEXT = 1;
    public static final int CONTINUATION = 0;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int MAX_IN_TWO_BYTES = 65_535;
    private static final int EIGHT_BYTES_OF_LENGTH = 127;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;

    /** Does the handshake with that ticket. */
    public RawSocket(URI base, String ticket) {
        try {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String path = base.getPath() + "ws/notifications?ticket=" + ticket;
            write(("GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = head();
            if (!answer.contains(" 101 ")) {
                throw new IllegalStateException(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of a frame that claims so many bytes, more than 125; the test sends none of them. */
    public void begin(int opcode, boolean last, long length) throws IOException {
        boolean isShort = length <= MAX_IN_TWO_BYTES;
        ByteBuffer head = ByteBuffer.allocate(isShort ? 8 : 14)
                .put((byte) (opcode | (last ? FINAL : 0)))
                .put((byte) (MASKED | (isShort ? TWO_BYTES_OF_LENGTH : EIGHT_BYTES_OF_LENGTH)));
        write((isShort ? head.putShort((short) length) : head.putLong(length))
                .putInt(0)
                .array());
    }

    /** Bytes of a frame. */
    public void send(int count) throws IOException {
        write(new byte[count]);
    }

    /** Waits until the server has closed the connection; skips everything that it sends before. */
    public boolean isEnded() {
        try {
            InputStream in = socket.getInputStream();
            byte[] away = new byte[8_192];
            for (int read = in.read(away); read >= 0; read = in.read(away)) {
                if (endsWithClose(away, read)) {
                    return true;
                }
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean endsWithClose(byte[] data, int length) {
        for (int i = 0; i < length; i++) {
            if ((data[i] & 0xff) == 0x88) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void write(byte[] data) throws IOException {
        socket.getOutputStream().write(data);
        socket.getOutputStream().flush();
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}
