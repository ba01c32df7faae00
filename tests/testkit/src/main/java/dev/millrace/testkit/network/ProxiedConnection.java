package dev.millrace.testkit.network;

import java.io.IOException;
import java.net.Socket;

/** One connection through a {@link FaultProxy}; two threads copy its data. */
final class ProxiedConnection {
    private static final int CHUNK = 16_384;

    private final Socket client;
    private final Socket server;
    private final ProxyState faults;
    private volatile boolean lost;

    ProxiedConnection(Socket client, Socket server, ProxyState faults) {
        this.client = client;
        this.server = server;
        this.faults = faults;
    }

    /** @param whenClosed runs, perhaps twice, when the connection has ended */
    void open(Runnable whenClosed) {
        thread("wire-there", () -> carry(client, server, true, whenClosed));
        thread("wire-back", () -> carry(server, client, false, whenClosed));
    }

    void close() {
        try {
            client.close();
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        faults.wake();
    }

    /** Drops the connection: nothing goes through it any more, and neither end learns of it. */
    void lose() {
        lost = true;
    }

    static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void carry(Socket from, Socket to, boolean fromClient, Runnable whenClosed) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            for (int length = from.getInputStream().read(chunk);
                    length > 0 && faults.letThrough(chunk, length, fromClient, from::isClosed);
                    length = from.getInputStream().read(chunk)) {
                if (!lost) {
                    to.getOutputStream().write(chunk, 0, length);
                }
            }
        } catch (IOException e) {
            faults.wake(); // one end has closed: the other follows
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            whenClosed.run();
        }
    }
}
