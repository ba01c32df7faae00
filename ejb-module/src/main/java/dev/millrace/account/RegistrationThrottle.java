package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Rejects registrations for a while after too many from an address, or from all addresses together. A name that is taken counts as
 * well, so nobody can try many. In this node's memory, so each node counts for itself.
 */
@ApplicationScoped
public class RegistrationThrottle {
    private static final String ALL = "";

    /** The subject of a limit, as the log and the audit log name it. */
    enum Limited {
        ADDRESS,
        ALL_ADDRESSES
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
            String from =
                    switch (limited) {
                        case ADDRESS -> "from this address";
                        case ALL_ADDRESSES -> "from any address";
                    };
            return "no further one " + from + " for " + delay.toSeconds() + " s";
        }
    }

    private AttemptLimit<String> addresses;
    private AttemptLimit<String> all;
    private Clock clock;

    /** For the container. */
    protected RegistrationThrottle() {}

    @Inject
    public RegistrationThrottle(RegistrationSettings settings, Clock clock) {
        this.addresses = new AttemptLimit<>(settings.perAddress(), settings.window());
        this.all = new AttemptLimit<>(settings.inAll(), settings.window());
        this.clock = clock;
    }

    /**
     * Registers. A registration in progress counts, so many at the same moment do not evade the limits. It does not count any more if
     * it ends with another exception than {@link NameTaken}.
     *
     * @param address of the client, may be null
     * @param listener hears of each delay that the registration begins
     * @throws TooManyRegistrations if there were too many
     */
    public <T> T register(String address, Supplier<T> registration, Consumer<Delay> listener) {
        String network = Network.of(address);
        begin(network);
        T registered;
        try {
            registered = registration.get();
        } catch (NameTaken e) {
            count(network, listener);
            throw e;
        } catch (RuntimeException | Error e) {
            cancel(network);
            throw e;
        }
        count(network, listener);
        return registered;
    }

    private synchronized void begin(String network) {
        Instant now = clock.instant();
        Duration ofAddress = addresses.remaining(network, now);
        Duration ofAll = all.remaining(ALL, now);
        Duration wait = ofAddress.compareTo(ofAll) < 0 ? ofAll : ofAddress;
        if (!wait.isZero()) {
            throw new TooManyRegistrations(wait);
        }
        addresses.begin(network, now);
        all.begin(ALL, now);
    }

    private synchronized void cancel(String network) {
        Instant now = clock.instant();
        addresses.cancel(network, now);
        all.cancel(ALL, now);
    }

    private void count(String network, Consumer<Delay> listener) {
        Duration ofAddress;
        Duration ofAll;
        synchronized (this) {
            Instant now = clock.instant();
            ofAddress = addresses.count(network, now, false);
            ofAll = all.count(ALL, now, false);
        }
        tell(listener, Limited.ADDRESS, ofAddress);
        tell(listener, Limited.ALL_ADDRESSES, ofAll);
    }

    private static void tell(Consumer<Delay> listener, Limited limited, Duration delay) {
        if (!delay.isZero()) {
            listener.accept(new Delay(limited, delay));
        }
    }
}
