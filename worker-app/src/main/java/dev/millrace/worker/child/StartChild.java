package dev.millrace.worker.child;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a child and waits until it has come in. */
final class StartChild {
    private static final Logger LOG = LoggerFactory.getLogger(StartChild.class);
    private static final long START_MILLIS = 30_000;

    private final ChildSettings settings;
    private final Executor threads;

    StartChild(ChildSettings settings, Executor threads) {
        this.settings = settings;
        this.threads = threads;
    }

    /** @throws IOException if it does not come to that, with the reason */
    ChildProcess once() throws IOException {
        try (ChildHandshake door = ChildHandshake.open()) {
            Process process = ChildCommand.of(settings).start();
            ChildOutput output = new ChildOutput(process.pid());
            CompletableFuture<Void> printed =
                    CompletableFuture.runAsync(() -> output.copy(process.getInputStream()), threads);
            process.onExit().thenRun(() -> close(door));
            try {
                Socket socket = letIn(door, process.getOutputStream());
                LOG.info("child {} has started", process.pid());
                return new ChildProcess(process, new MessageSocket(socket), output, printed, threads);
            } catch (IOException e) {
                LOG.debug("child {} does not start", process.pid(), e);
                process.toHandle().destroyForcibly();
                printed.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
                throw new IOException("the child process did not start: " + output.lastLine(), e);
            }
        }
    }

    private static Socket letIn(ChildHandshake door, OutputStream input) throws IOException {
        door.invite(input);
        return door.await(START_MILLIS);
    }

    private static void close(ChildHandshake door) {
        try {
            door.close();
        } catch (IOException e) {
            LOG.debug("a door does not close", e);
        }
    }
}
