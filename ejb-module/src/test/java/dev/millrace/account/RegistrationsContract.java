package dev.millrace.account;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.AuditLog;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.platform.problem.Problem;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.account.RegistrationMode.CLOSED;
import static dev.millrace.account.RegistrationMode.OPEN;
import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Registering, as the configuration allows it; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistrationsContract {
    private static final String ADDRESS = "203.0.113.40";
    private static final int PER_ADDRESS = 2;

    private final TestDatabase database;
    private final MutableClock clock = new MutableClock(NOW);

    RegistrationsContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void anybody_may_register_while_registration_is_open() {
        RegistrationThrottle throttle = throttle();

        assertThat(register(OPEN, throttle, "lea").username()).isEqualTo("lea");
    }

    @Test
    void nobody_may_register_while_registration_is_closed() {
        RegistrationThrottle throttle = throttle();

        assertThatThrownBy(() -> register(CLOSED, throttle, "max")).isInstanceOfSatisfying(Problem.class, closed -> {
            assertThat(closed.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(closed.slug()).isEqualTo("registration-closed");
        });

        assertThat(isRegistered("max")).isFalse();
    }

    @Test
    void a_closed_registration_does_not_tell_whether_a_name_is_taken_or_allowed() {
        RegistrationThrottle throttle = throttle();
        register(OPEN, throttle, "nora");

        assertThatThrownBy(() -> register(CLOSED, throttle, "nora")).isInstanceOf(RegistrationClosed.class);
        assertThatThrownBy(() -> register(CLOSED, throttle, "")).isInstanceOf(RegistrationClosed.class);
    }

    @Test
    void the_registration_beyond_the_limit_is_rejected_and_the_audit_log_tells_of_the_limit_once() {
        register(OPEN, throttle(), "otto");
        RegistrationThrottle throttle = throttle();
        assertThatThrownBy(() -> register(OPEN, throttle, "OTTO")).isInstanceOf(NameTaken.class);
        register(OPEN, throttle, "olga");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> register(OPEN, throttle, "paula")).isInstanceOf(TooManyRegistrations.class);
        }

        assertThat(isRegistered("paula")).isFalse();
        assertThat(limitsInTheAuditLog())
                .containsExactly("Limit of registrations reached: no further one from this address for 3600 s.");
    }

    @Test
    void a_registration_with_faults_does_not_count() {
        RegistrationThrottle throttle = throttle();

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> register(OPEN, throttle, "")).isInstanceOf(InvalidRequest.class);
        }

        assertThat(register(OPEN, throttle, "rosa").username()).isEqualTo("rosa");
    }

    private RegistrationThrottle throttle() {
        return new RegistrationThrottle(settings(OPEN), clock);
    }

    private static RegistrationSettings settings(RegistrationMode mode) {
        return new RegistrationSettings(mode, PER_ADDRESS, 100, Duration.ofHours(1));
    }

    private Profile register(RegistrationMode mode, RegistrationThrottle throttle, String username) {
        return database.inTransaction(em -> new Registrations(
                        TestCredentials.of(em, clock), new AuditLog(em, clock), throttle, settings(mode))
                .register(() -> TestRegistrations.named(username, UUID.randomUUID() + "@mill.example.org"), ADDRESS));
    }

    private boolean isRegistered(String username) {
        return database.inTransaction(em -> new Accounts(em, clock).isRegistered(username));
    }

    private List<String> limitsInTheAuditLog() {
        return database.inTransaction(em -> em.createQuery(
                        "select a.details from AuditEntry a where a.address = :address and a.action = :action",
                        String.class)
                .setParameter("address", ADDRESS)
                .setParameter("action", ActionKind.ACCOUNT_REFUSED.text())
                .getResultList());
    }
}
