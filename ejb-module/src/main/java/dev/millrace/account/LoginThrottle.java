package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Rejects sign-ins for a while after too many wrong passwords. It counts for an account from an address, for an account
 * from anywhere, and for any account from an address. The second and third do not concern an address from where the account's
 * owner usually signs in, so nobody can lock the owner out. In this node's memory, so it works during any outage; each
 * node counts for itself.
 */
@ApplicationScoped
public class LoginThrottle {
    /** So many times the failures of an account from one address are allowed for it from all together. */
    static final int ACCOUNT_FACTOR = 5;

    /** So many times the failures of one account are allowed for all of them together from an address. */
    static final int ADDRESS_FACTOR = 10;

    private static final int MAX_USERNAME_LENGTH = 50;

    /** The subject of a limit, as the log and the audit log name it. */
    enum Limited {
        ACCOUNT_AT_ADDRESS,
        ACCOUNT,
        ADDRESS
    }

    /**
     * A delay that begins.
     *
     * @param limited what it is for
     * @param delay how long it lasts
     */
    record Delay(Limited limited, Duration delay) {
        @Override
        public String toString() {
            String whom =
                    switch (limited) {
                        case ACCOUNT_AT_ADDRESS -> "for the account from this address";
                        case ACCOUNT -> "for the account from unusual addresses";
                        case ADDRESS -> "from this address";
                    };
            return "no sign-in " + whom + " for " + delay.toSeconds() + " s";
        }
    }

    /** Hears of each delay that begins. */
    interface Listener {
        void onDelay(Delay delay);
    }

    private record LoginSource(String username, String address) {}

    private AttemptLimit<LoginSource> sources;
    private AttemptLimit<String> accounts;
    private AttemptLimit<String> addresses;
    private Clock clock;

    /** For the container. */
    protected LoginThrottle() {}

    @Inject
    public LoginThrottle(AccountSettings settings, Clock clock) {
        int max = settings.loginFailures();
        this.sources = new AttemptLimit<>(max, settings.loginWindow());
        this.accounts = new AttemptLimit<>(max * ACCOUNT_FACTOR, settings.loginWindow());
        this.addresses = new AttemptLimit<>(max * ADDRESS_FACTOR, settings.loginWindow());
        this.clock = clock;
    }

    /**
     * Checks a password. A wrong one counts, a right one clears those of the account from this address, and a check that
     * throws an exception does not count. A check in progress counts as possibly wrong for the account from this address, so
     * many at the same moment do not evade that limit. {@link PasswordPermits} bounds how many there are in all.
     *
     * @param username as given, may be null
     * @param address of the caller, may be null
     * @param usual whether the account's owner usually signs in from there; asked only if it matters
     * @param check returns the value for a right password, an empty one for a wrong password
     * @param listener hears of each delay that a wrong password begins
     * @return the result of the check
     * @throws TooManyAttempts if there were too many
     */
    public <T> Optional<T> check(
            String username, String address, BooleanSupplier usual, Supplier<Optional<T>> check, Listener listener) {
        String network = Network.of(address);
        LoginSource source = new LoginSource(key(username), network);
        begin(source, usual);
        Optional<T> right;
        try {
            right = check.get();
        } catch (RuntimeException | Error e) {
            cancel(source);
            throw e;
        }
        if (right.isPresent()) {
            succeed(source);
        } else {
            fail(source, usual, listener);
        }
        return right;
    }

    private void begin(LoginSource source, BooleanSupplier usual) {
        Duration shared;
        synchronized (this) {
            Instant now = clock.instant();
            throwIfPositive(sources.remaining(source, now));
            shared = longer(accounts.remaining(source.username(), now), addresses.remaining(source.address(), now));
        }
        if (!shared.isZero() && !usual.getAsBoolean()) {
            throw new TooManyAttempts(shared);
        }
        synchronized (this) {
            Instant now = clock.instant();
            throwIfPositive(sources.remaining(source, now));
            sources.begin(source, now);
        }
    }

    private synchronized void cancel(LoginSource source) {
        sources.cancel(source, clock.instant());
    }

    /** Failures of other sources stay counted: the owner's sign-in must not clear an attacker's. */
    private synchronized void succeed(LoginSource source) {
        sources.succeed(source, clock.instant());
    }

    private void fail(LoginSource source, BooleanSupplier usual, Listener listener) {
        boolean growing = !usual.getAsBoolean();
        Duration ofSource;
        Duration ofAccount;
        Duration ofAddress;
        synchronized (this) {
            Instant now = clock.instant();
            Duration accountBefore = accounts.remaining(source.username(), now);
            Duration addressBefore = addresses.remaining(source.address(), now);
            ofSource = sources.count(source, now, growing);
            ofAccount = begun(accountBefore, accounts.count(source.username(), now, true));
            ofAddress = begun(addressBefore, addresses.count(source.address(), now, true));
        }
        tell(listener, Limited.ACCOUNT_AT_ADDRESS, ofSource);
        tell(listener, Limited.ACCOUNT, ofAccount);
        tell(listener, Limited.ADDRESS, ofAddress);
    }

    /** A wrong password from a usual address does not begin a delay that is there. */
    private static Duration begun(Duration before, Duration after) {
        return before.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ZERO : after;
    }

    private static void tell(Listener listener, Limited limited, Duration delay) {
        if (!delay.isZero()) {
            listener.onDelay(new Delay(limited, delay));
        }
    }

    private static void throwIfPositive(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static String key(String username) {
        String name = username == null ? "" : username.toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), MAX_USERNAME_LENGTH + 1));
    }
}
