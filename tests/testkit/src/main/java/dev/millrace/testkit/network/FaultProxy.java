package dev.millrace.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A network of the test's own, between clients and one port of this machine. The test can cut, stall and slow it down. */
public final class FaultProxy implements AutoCloseable {
    private final int target;
    private final ServerSocket listener;
    private final ProxyState faults = new ProxyState();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

    private FaultProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** Opens a proxy to that port on the loopback address. */
    public static FaultProxy to(int target) {
        try {
            FaultProxy proxy = new FaultProxy(target);
            ProxiedConnection.thread("proxy-" + target, proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Closes all connections, and every new one at once. */
    public void cut() {
        faults.cut(true);
        connections.forEach(ProxiedConnection::close);
    }

    /** Stalls the network: connections stay and the proxy accepts new ones, but nothing goes through. */
    public void stall() {
        faults.stall(true);
    }

    /** Drops the existing connections without a word to either end; the proxy accepts new ones. */
    public void lose() {
        connections.forEach(ProxiedConnection::lose);
        faults.end();
    }

    /** Delays each piece of data for so long. */
    public void slowDown(Duration delay) {
        faults.delay(delay);
    }

    /** Blocks each Redis command that has all these words, and everything after it on its connection. */
    public void block(String... words) {
        faults.block(Stream.of(words)
                .map(word -> ("\r\n$" + word.length() + "\r\n" + word + "\r\n"))
                .toList());
    }

    /** The number of commands that the proxy has blocked since {@link #block}. */
    public int blocked() {
        return faults.blocked();
    }

    /** Ends all faults; blocked data goes through, if its connection still exists. */
    public void resume() {
        faults.end();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        faults.end();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (faults.isCut()) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            ProxiedConnection connection =
                    new ProxiedConnection(client, new Socket(InetAddress.getLoopbackAddress(), target), faults);
            connections.add(connection);
            connection.open(() -> connections.remove(connection));
        } catch (IOException e) {
            client.close(); // no server there, as without a proxy
        }
    }
}
