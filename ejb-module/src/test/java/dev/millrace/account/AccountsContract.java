package dev.millrace.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.audit.Actor;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.problem.Problem;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Accounts, each name and address once; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccountsContract {
    private final TestDatabase database;

    AccountsContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_new_account_is_a_user_and_not_an_admin() {
        Profile profile = registered(TestRegistrations.named("Anna"));

        assertThat(profile.username()).isEqualTo("Anna");
        assertThat(profile.roles()).containsExactly("user");
        assertThat(profile.lastName()).isNull();
        assertThat(profileOf(profile.id())).isEqualTo(profile);
    }

    @Test
    void a_registration_without_a_hashing_permit_may_be_repeated_later() {
        PasswordPermits permits = TestCredentials.oneAtATime();

        permits.call(() -> assertThatThrownBy(() -> registered(TestRegistrations.named("irma"), permits))
                .isInstanceOfSatisfying(PasswordsBusy.class, busy -> {
                    assertThat(busy.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
                    assertThat(busy.retryAfter()).isPresent();
                }));

        assertThat(registered(TestRegistrations.named("irma"), permits).username())
                .isEqualTo("irma");
    }

    @Test
    void an_admin_is_a_user_too() {
        Profile profile = database.inTransaction(
                em -> TestCredentials.of(em, new MutableClock(NOW)).createAdmin(TestRegistrations.named("root")));

        assertThat(profile.roles()).containsExactlyInAnyOrder("user", "admin");
    }

    @Test
    void a_username_is_taken_in_any_case() {
        registered(TestRegistrations.named("Bert"));

        assertThatThrownBy(() -> registered(TestRegistrations.named("bERT", "other@mill.example.org")))
                .isInstanceOfSatisfying(NameTaken.class, taken -> {
                    assertThat(taken.slug()).isEqualTo("username-taken");
                    assertThat(taken.kind()).isEqualTo(Problem.Kind.CONFLICT);
                });
    }

    @Test
    void an_address_is_taken_in_any_case() {
        registered(TestRegistrations.named("carl", "Carl@Mill.example.org"));

        assertThatThrownBy(() -> registered(TestRegistrations.named("carla", "carl@mill.EXAMPLE.org")))
                .isInstanceOfSatisfying(
                        NameTaken.class, taken -> assertThat(taken.slug()).isEqualTo("email-taken"));
    }

    @Test
    void one_of_concurrent_registrations_gets_the_name() {
        AtomicInteger number = new AtomicInteger();

        List<String> answers = AtOnce.call(4, () -> {
            try {
                String email = "dora" + number.getAndIncrement() + "@mill.example.org";
                return registered(TestRegistrations.named("dora", email)).username();
            } catch (NameTaken e) {
                return e.slug();
            }
        });

        assertThat(answers).containsExactlyInAnyOrder("dora", "username-taken", "username-taken", "username-taken");
    }

    @Test
    void one_of_concurrent_changes_gets_the_address() {
        AtomicInteger number = new AtomicInteger();

        List<String> answers = AtOnce.call(4, () -> {
            try {
                return registered(
                                TestRegistrations.named("fritz-" + number.incrementAndGet(), "fritz@mill.example.org"))
                        .email();
            } catch (NameTaken e) {
                return e.slug();
            }
        });

        assertThat(answers)
                .containsExactlyInAnyOrder("fritz@mill.example.org", "email-taken", "email-taken", "email-taken");
    }

    @Test
    void a_profile_is_changed_but_not_to_another_s_address() {
        Profile gerda = registered(TestRegistrations.named("gerda"));
        registered(TestRegistrations.named("hans"));

        Profile changed = changed(gerda, new ProfileUpdate("Gerda@new.example.org", null, "Baker"));

        assertThat(changed)
                .isEqualTo(new Profile(gerda.id(), "gerda", "Gerda@new.example.org", null, "Baker", gerda.roles()));
        assertThat(profileOf(gerda.id())).isEqualTo(changed);
        assertThat(changed(gerda, new ProfileUpdate("gerda@NEW.example.org", null, null))
                        .email())
                .isEqualTo("gerda@NEW.example.org");
        assertThatThrownBy(() -> changed(gerda, new ProfileUpdate("HANS@mill.example.org", null, null)))
                .isInstanceOfSatisfying(
                        NameTaken.class, taken -> assertThat(taken.slug()).isEqualTo("email-taken"));
    }

    @Test
    void names_are_given_for_ids() {
        Profile ida = registered(TestRegistrations.named("Ida"));

        Map<UUID, String> names =
                database.inTransaction(em -> accounts(em).usernames(Set.of(ida.id(), UUID.randomUUID())));

        assertThat(names).containsExactly(Map.entry(ida.id(), "Ida"));
    }

    @Test
    void name_and_password_together_identify_a_user() {
        Profile profile = registered(TestRegistrations.named("Emil"));

        assertThat(authenticated("eMIL", TestRegistrations.PASSWORD)).isEqualTo(profile.id());
        assertRejected("emil", TestRegistrations.PASSWORD + "!");
        assertRejected("emil", null);
        assertRejected("nobody", TestRegistrations.PASSWORD);
        assertRejected(null, TestRegistrations.PASSWORD);
    }

    @Test
    void a_deleted_account_has_no_session() {
        assertThatThrownBy(() -> profileOf(UUID.randomUUID())).isInstanceOf(SessionEnded.class);
    }

    private void assertRejected(String username, String password) {
        assertThatThrownBy(() -> authenticated(username, password))
                .isInstanceOf(WrongCredentials.class)
                .hasMessage(new WrongCredentials().getMessage());
    }

    private Profile profileOf(UUID user) {
        return database.inTransaction(em -> accounts(em).profile(user));
    }

    private Profile changed(Profile profile, ProfileUpdate update) {
        Actor self = new Actor(profile.id(), profile.username(), TestRegistrations.ADDRESS);
        return database.inTransaction(em -> accounts(em).change(update, self));
    }

    private UUID authenticated(String username, String password) {
        return database.inTransaction(em -> {
            TestCredentials.of(em, new MutableClock(NOW))
                    .signIn(username, password, new Client(TestRegistrations.ADDRESS, null));
            return em.createQuery("select s.userId from Session s", UUID.class).getSingleResult();
        });
    }

    private Profile registered(Registration registration) {
        return database.inTransaction(
                em -> TestCredentials.of(em, new MutableClock(NOW)).register(registration, TestRegistrations.ADDRESS));
    }

    private Profile registered(Registration registration, PasswordPermits permits) {
        return database.inTransaction(em -> TestCredentials.of(em, new MutableClock(NOW), new ArrayList<>(), permits)
                .register(registration, TestRegistrations.ADDRESS));
    }

    private static Accounts accounts(EntityManager em) {
        return new Accounts(em, new MutableClock(NOW));
    }
}
