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
 * Connects one child: a port of the loopback interface, for the process that knows a secret, which is valid once. The
 * child gets both through its standard input, which is closed then. So no process that it starts can read a later
 * message.
 */
final class ChildHandshake implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int HANDSHAKE_TIMEOUT_MILLIS = 2_000;

    private final ServerSocket server;
    private final byte[] secret = new byte[SECRET_BYTES];

    private ChildHandshake(ServerSocket server) {
        this.server = server;
        RANDOM.nextBytes(secret);
    }

    static ChildHandshake open() throws IOException {
        return new ChildHandshake(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
    }

    /** Sends the child address and secret, and closes its input. */
    void sendAddress(OutputStream input) throws IOException {
        try (DataOutputStream out = new DataOutputStream(input)) {
            byte[] address = server.getInetAddress().getAddress();
            out.writeByte(address.length);
            out.write(address);
            out.writeShort(server.getLocalPort());
            out.write(secret);
        }
    }

    /**
     * Waits for the child.
     *
     * @throws IOException if it does not connect in time, or this was closed
     */
    Socket acceptChild(long millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("the child does not connect");
            }
            server.setSoTimeout(Math.toIntExact(left));
            Socket socket = server.accept();
            if (hasSecret(socket)) {
                socket.setSoTimeout(0);
                socket.setTcpNoDelay(true);
                return socket;
            }
            socket.close();
        }
    }

    /** The child's side: connects to the address that it received. */
    static Socket connect(InputStream input) throws IOException {
        DataInputStream in = new DataInputStream(input);
        InetAddress address = InetAddress.getByAddress(in.readNBytes(in.readByte()));
        int port = in.readUnsignedShort();
        byte[] secret = in.readNBytes(SECRET_BYTES);
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address, port));
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(secret);
        return socket;
    }

    private boolean hasSecret(Socket socket) {
        try {
            socket.setSoTimeout(HANDSHAKE_TIMEOUT_MILLIS);
            byte[] received = socket.getInputStream().readNBytes(SECRET_BYTES);
            if (received.length < SECRET_BYTES) {
                throw new EOFException("no secret");
            }
            return MessageDigest.isEqual(secret, received);
        } catch (IOException e) {
            return false; // a stranger gets no connection
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
