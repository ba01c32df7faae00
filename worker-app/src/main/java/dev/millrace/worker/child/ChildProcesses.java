package dev.millrace.worker.child;

import java.io.IOException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import dev.millrace.worker.attempt.Assignment;
import dev.millrace.worker.attempt.AttemptListener;
import dev.millrace.worker.attempt.Outcome;
import dev.millrace.worker.attempt.PreparedAttempt;
import dev.millrace.worker.registry.HandlerType;

/**
 * The worker's child processes: it starts them on demand, reuses them for the next task, and replaces exhausted ones.
 */
public final class ChildProcesses implements AutoCloseable {
    private final ChildSettings settings;
    private final StartChild start;
    private final Deque<ChildProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<ChildProcess> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param threads run two of them for each child */
    public ChildProcesses(ChildSettings settings, Executor threads) {
        this.settings = settings;
        this.start = new StartChild(settings, threads);
    }

    /**
     * Has a child ready for this attempt.
     *
     * @param assignment read once the child is ready
     * @throws IOException with the reason, if no child can be started
     */
    public PreparedAttempt prepare(HandlerType type, Supplier<Assignment> assignment, AttemptListener listener)
            throws IOException {
        ChildProcess child = acquire();
        return new AttemptInChild(
                child, new MessageToChild.Start(child.nextNumber(), type.handlerClass(), assignment.get()), listener);
    }

    /** Kills all of them, even busy ones. */
    @Override
    public void close() {
        closed = true;
        all.forEach(ChildProcess::kill);
    }

    private ChildProcess acquire() throws IOException {
        for (ChildProcess child = idle.poll(); child != null; child = idle.poll()) {
            if (child.isReusable(settings)) {
                return child;
            }
            retire(child);
        }
        ChildProcess child = start.once();
        all.add(child);
        if (closed) {
            child.kill();
        }
        return child;
    }

    private void release(ChildProcess child) {
        if (!closed && child.isReusable(settings)) {
            idle.push(child);
        } else {
            retire(child);
        }
    }

    private void retire(ChildProcess child) {
        all.remove(child);
        child.kill();
    }

    /** A closed attempt has no power over the child, which may run another task. */
    private final class AttemptInChild implements PreparedAttempt {
        private final ChildProcess child;
        private final MessageToChild.Start run;
        private final AttemptListener listener;
        private boolean closed;

        AttemptInChild(ChildProcess child, MessageToChild.Start run, AttemptListener listener) {
            this.child = child;
            this.run = run;
            this.listener = listener;
        }

        @Override
        public Outcome run() {
            return child.run(run, listener);
        }

        @Override
        public void stop() {
            child.stop(run.number());
        }

        @Override
        public synchronized boolean kill() {
            if (!closed) {
                child.kill();
            }
            return true;
        }

        @Override
        public Thread thread() {
            return null;
        }

        @Override
        public String stackTrace() {
            return null;
        }

        @Override
        public synchronized void close() {
            closed = true;
            release(child);
        }
    }
}
