package dev.millrace.account;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditedAction;
import dev.millrace.platform.node.NodeLog;

/** Registers people who come by themselves, if the configuration allows it and within its limits. */
@ApplicationScoped
public class Registrations {
    private static final Logger LOG = NodeLog.of(Registrations.class);

    private Credentials credentials;
    private AuditLog audit;
    private RegistrationThrottle throttle;
    private RegistrationSettings settings;

    /** For the container. */
    protected Registrations() {}

    @Inject
    public Registrations(
            Credentials credentials, AuditLog audit, RegistrationThrottle throttle, RegistrationSettings settings) {
        this.credentials = credentials;
        this.audit = audit;
        this.throttle = throttle;
        this.settings = settings;
    }

    public RegistrationMode mode() {
        return settings.mode();
    }

    /**
     * Opens an account.
     *
     * @param request reads the registration; only asked if registration is open. One that is not allowed does not count
     * @param address of the client, null if unknown
     * @throws RegistrationClosed if nobody may register
     * @throws TooManyRegistrations if there were too many
     * @throws NameTaken if the username or the e-mail address is another's, upper and lower case being the same
     * @throws PasswordsBusy if this node hashes too many passwords
     */
    public Profile register(Supplier<Registration> request, String address) {
        if (settings.mode() == RegistrationMode.CLOSED) {
            throw new RegistrationClosed();
        }
        Registration registration = request.get();
        return throttle.register(
                address, () -> credentials.register(registration, address), delay -> tell(delay, address));
    }

    private void tell(RegistrationThrottle.Delay delay, String address) {
        LOG.log(Level.WARNING, "Limit of registrations reached: {0}; address {1}", delay, address);
        audit.recordAnonymous(
                address,
                new AuditedAction(ActionKind.ACCOUNT_REFUSED, null, "Limit of registrations reached: " + delay + "."));
    }
}
