package dev.millrace.account;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The addresses from where users sign in, and the delays that spare them; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UsualAddressesContract {
    private static final String HOME = "192.0.2.7";

    private final TestDatabase database;
    private MutableClock clock;
    private String username;

    UsualAddressesContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aUser() {
        clock = new MutableClock(NOW);
        username = "m-" + UUID.randomUUID().toString().substring(0, 8);
        database.inTransaction(
                em -> TestCredentials.of(em, clock).register(TestRegistrations.named(username), "198.51.100.1"));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void an_address_becomes_usual_with_a_sign_in_and_not_with_a_registration() {
        assertThat(isUsual(HOME)).isFalse();

        signsInFrom(HOME);
        endsAllSessions();

        assertThat(isUsual(HOME)).isTrue();
        assertThat(isUsual("192.0.2.8")).isFalse();
        assertThat(isUsual("198.51.100.1")).isFalse();
        assertThat(isUsual(null)).isFalse();
        assertThat(isUsualFor("nobody", HOME)).isFalse();
    }

    @Test
    void upper_and_lower_case_are_the_same_name_and_a_network_of_ipv6_is_one_address() {
        signsInFrom("2001:db8:1:2::1");

        assertThat(isUsualFor(username.toUpperCase(Locale.ROOT), "2001:db8:1:2:ffff::9"))
                .isTrue();
        assertThat(isUsual("2001:db8:1:3::1")).isFalse();
    }

    @Test
    void a_long_unused_address_is_no_longer_usual() {
        signsInFrom(HOME);
        endsAllSessions();

        clock.advance(UsualAddresses.MEMORY);

        assertThat(isUsual(HOME)).isFalse();
    }

    @Test
    void the_address_of_a_session_is_usual_although_it_began_before_addresses_were_remembered() {
        signsInFrom(HOME);
        database.inTransaction(
                em -> em.createQuery("delete from UsualAddress a").executeUpdate());

        assertThat(isUsual(HOME)).isTrue();
    }

    @Test
    void no_more_addresses_are_remembered_than_allowed_and_the_latest_stay() {
        signsInFrom(HOME);
        for (int i = 0; i < UsualAddresses.MAX_PER_USER; i++) {
            clock.advance(Duration.ofMinutes(1));
            signsInFrom("203.0.113." + i);
        }
        endsAllSessions();

        assertThat(isUsual(HOME)).isFalse();
        assertThat(isUsual("203.0.113.0")).isTrue();
        assertThat(isUsual("203.0.113." + (UsualAddresses.MAX_PER_USER - 1))).isTrue();
    }

    @Test
    void a_delay_is_in_the_audit_log_with_the_account_and_the_address() {
        database.inTransaction(em -> {
            Credentials credentials = TestCredentials.of(em, clock);
            for (int i = 0; i < 10; i++) {
                assertThat(catchThrowable(
                                () -> credentials.signIn(username, "wrong password", new Client("203.0.113.9", null))))
                        .isInstanceOf(WrongCredentials.class);
            }
            assertThat(catchThrowable(() ->
                            credentials.signIn(username, TestRegistrations.PASSWORD, new Client("203.0.113.9", null))))
                    .isInstanceOf(TooManyAttempts.class);
            return null;
        });

        List<String> notified = database.inTransaction(em -> em.createQuery(
                        "select a.details from AuditEntry a where a.address = '203.0.113.9' and a.target = :name"
                                + " and a.details like 'Too many%'",
                        String.class)
                .setParameter("name", username)
                .getResultList());
        assertThat(notified)
                .containsExactly("Too many wrong passwords: no sign-in for the account from this address for 300 s.");
    }

    private void signsInFrom(String address) {
        database.inTransaction(em ->
                TestCredentials.of(em, clock).signIn(username, TestRegistrations.PASSWORD, new Client(address, null)));
    }

    private void endsAllSessions() {
        database.inTransaction(em -> em.createQuery("delete from Session s").executeUpdate());
    }

    private boolean isUsual(String address) {
        return isUsualFor(username, address);
    }

    private boolean isUsualFor(String name, String address) {
        return database.inTransaction(em -> new UsualAddresses(em, clock).contains(name, address));
    }
}
