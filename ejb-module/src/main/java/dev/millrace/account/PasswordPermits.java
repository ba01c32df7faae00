package dev.millrace.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Bounds how many passwords this node hashes at once, since each hash holds 19 MiB and a core. It also bounds how many
 * requests wait for a permit, since each holds a thread. Any thread may call it.
 */
@ApplicationScoped
public class PasswordPermits {
    private Semaphore hashing;
    private Semaphore waiting;
    private Duration wait;

    /** For the container. */
    protected PasswordPermits() {}

    @Inject
    public PasswordPermits(AccountSettings settings) {
        this.hashing = new Semaphore(settings.passwordsAtOnce(), true);
        this.waiting = new Semaphore(settings.passwordWaiting());
        this.wait = settings.passwordWait();
    }

    /**
     * Runs the work as soon as a permit is free. Callers have no transaction open: a waiting one would hold a
     * connection.
     *
     * @throws PasswordsBusy if too many wait already, or the wait takes too long; then the work has not started
     */
    public <T> T call(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }

    private void acquire() {
        if (hashing.tryAcquire()) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw new PasswordsBusy();
        }
        try {
            if (!hashing.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PasswordsBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PasswordsBusy();
        } finally {
            waiting.release();
        }
    }
}
