package dev.millrace.worker.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/**
 * Where one child comes in: a port of the loopback interface, for whoever knows a key that is good once. The child gets both
 * through its standard input, which ends then; so nothing that it starts can read what it is told later.
 */
final class ChildHandshake implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int PATIENCE_WITH_STRANGERS_MILLIS = 2_000;

    private final ServerSocket server;
    private final byte[] key = new byte[KEY_BYTES];

    private ChildHandshake(ServerSocket server) {
        this.server = server;
        RANDOM.nextBytes(key);
    }

    static ChildHandshake open() throws IOException {
        return new ChildHandshake(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
    }

    /** Tells the child where to come in, and ends its input. */
    void invite(OutputStream input) throws IOException {
        try (DataOutputStream out = new DataOutputStream(input)) {
            byte[] address = server.getInetAddress().getAddress();
            out.writeByte(address.length);
            out.write(address);
            out.writeShort(server.getLocalPort());
            out.write(key);
        }
    }

    /**
     * Waits for the child.
     *
     * @throws IOException if it does not come in time, or this was closed
     */
    Socket await(long millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("the child does not come in");
            }
            server.setSoTimeout(Math.toIntExact(left));
            Socket socket = server.accept();
            if (hasKey(socket)) {
                socket.setSoTimeout(0);
                socket.setTcpNoDelay(true);
                return socket;
            }
            socket.close();
        }
    }

    /** The child's side: comes in where it was told to. */
    static Socket enter(InputStream input) throws IOException {
        DataInputStream in = new DataInputStream(input);
        InetAddress address = InetAddress.getByAddress(in.readNBytes(in.readByte()));
        int port = in.readUnsignedShort();
        byte[] key = in.readNBytes(KEY_BYTES);
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address, port));
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(key);
        return socket;
    }

    private boolean hasKey(Socket socket) {
        try {
            socket.setSoTimeout(PATIENCE_WITH_STRANGERS_MILLIS);
            byte[] shown = socket.getInputStream().readNBytes(KEY_BYTES);
            if (shown.length < KEY_BYTES) {
                throw new EOFException("no key");
            }
            return MessageDigest.isEqual(key, shown);
        } catch (IOException e) {
            return false; // a stranger: whoever it is, it is not let in
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
