package dev.millrace.worker.child;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a child and waits until it has connected. */
final class StartChild {
    private static final Logger LOG = LoggerFactory.getLogger(StartChild.class);
    private static final long START_MILLIS = 30_000;

    private final ChildSettings settings;
    private final Executor threads;

    StartChild(ChildSettings settings, Executor threads) {
        this.settings = settings;
        this.threads = threads;
    }

    /** @throws IOException with the reason, if no child connects */
    ChildProcess once() throws IOException {
        try (ChildHandshake handshake = ChildHandshake.open()) {
            Process process = ChildCommand.of(settings).start();
            ChildOutput output = new ChildOutput(process.pid());
            CompletableFuture<Void> printed =
                    CompletableFuture.runAsync(() -> output.copy(process.getInputStream()), threads);
            process.onExit().thenRun(() -> close(handshake));
            try {
                Socket socket = awaitHandshake(handshake, process.getOutputStream());
                LOG.info("Started child {}", process.pid());
                return new ChildProcess(process, new MessageSocket(socket), output, printed, threads);
            } catch (IOException e) {
                LOG.debug("Child {} did not start", process.pid(), e);
                process.toHandle().destroyForcibly();
                printed.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
                throw new IOException("the child process did not start: " + output.lastLine(), e);
            }
        }
    }

    private static Socket awaitHandshake(ChildHandshake handshake, OutputStream input) throws IOException {
        handshake.sendAddress(input);
        return handshake.acceptChild(START_MILLIS);
    }

    private static void close(ChildHandshake handshake) {
        try {
            handshake.close();
        } catch (IOException e) {
            LOG.debug("Failed to close the handshake socket", e);
        }
    }
}
