package dev.millrace.account;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.audit.Actor;
import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.problem.Problem;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Accounts as admins see and change them; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UserDirectoryContract {
    private static final AccountSettings SETTINGS = AccountSettings.from(new ConfigReader(key -> Optional.empty()));
    private static final UserDirectory.Change TO_DISABLE = new UserDirectory.Change(null, true);
    private static final UserDirectory.Change TO_A_USER = new UserDirectory.Change(Set.of(), null);

    private final TestDatabase database;
    private final MutableClock clock = new MutableClock(NOW);
    private final List<UUID> revoked = new CopyOnWriteArrayList<>();
    private Actor admin;
    private Actor ada;

    UserDirectoryContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void anAdminAndAUser() {
        database.inTransaction(em -> em.createQuery("delete from User u").executeUpdate());
        admin = registered("root", true);
        ada = registered("ada", false);
        revoked.clear();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void users_are_found_by_parts_of_name_and_address_role_and_state() {
        registered("grace", false);
        change(ada, new UserDirectory.Change(Set.of(Role.AUDITOR), null));

        assertThat(found("RAC")).containsExactly("grace");
        assertThat(found("ADA@")).containsExactly("ada");
        assertThat(found("a%")).isEmpty();
        assertThat(found(new UserDirectory.Filter(null, Role.ADMIN, null))).containsExactly("root");
        assertThat(found(new UserDirectory.Filter(null, Role.AUDITOR, null))).containsExactly("ada");
        change(ada, TO_DISABLE);
        assertThat(found(new UserDirectory.Filter(null, null, true))).containsExactly("ada");
        assertThat(found(new UserDirectory.Filter(null, Role.USER, false))).containsExactly("grace", "root");
    }

    @Test
    void each_page_continues_after_the_last_one() {
        assertThat(page(null)).containsExactly("ada", "root");
        assertThat(page(ada.id())).containsExactly("root");
    }

    @Test
    void roles_are_given_and_taken() {
        Account promoted = change(ada, new UserDirectory.Change(EnumSet.of(Role.ADMIN, Role.AUDITOR), null));

        assertThat(promoted.profile().roles()).containsExactlyInAnyOrder("user", "admin", "auditor");
        assertThat(change(ada, TO_A_USER).profile().roles()).containsExactly("user");
    }

    @Test
    void losing_a_role_signs_out_and_gaining_one_does_not() {
        UUID signIn = signedIn(ada);

        change(ada, new UserDirectory.Change(Set.of(Role.AUDITOR), null));
        assertThat(isOn(signIn)).isTrue();
        change(ada, TO_A_USER);

        assertThat(isOn(signIn)).isFalse();
        assertThat(revoked).containsExactly(signIn);
    }

    @Test
    void a_disabled_user_loses_every_session_and_the_sockets_of_every_token() {
        UUID signIn = signedIn(ada);
        UUID token = apiToken(ada);

        assertThat(change(ada, TO_DISABLE).disabled()).isTrue();

        assertThat(revoked).containsExactlyInAnyOrder(signIn, token);
        assertThatThrownBy(() -> signedIn(ada)).isInstanceOf(AccountDisabled.class);
        assertThat(change(ada, new UserDirectory.Change(null, false)).disabled())
                .isFalse();
        assertThat(isOn(signedIn(ada))).isTrue();
    }

    @Test
    void an_admin_signs_a_user_out_everywhere() {
        UUID signIn = signedIn(ada);

        call(users -> {
            users.signOut(ada.id(), true, admin);
            return null;
        });

        assertThat(isOn(signIn)).isFalse();
        assertThat(one(ada).lastSignInAt()).isEqualTo(NOW);
    }

    @Test
    void an_admin_s_sign_out_ends_api_tokens_unless_they_are_to_stay() {
        UUID token = apiToken(ada);
        call(users -> {
            users.signOut(ada.id(), false, admin);
            return null;
        });
        assertThat(isOn(token)).isTrue();

        UUID other = apiToken(admin);
        call(users -> {
            users.signOut(ada.id(), true, admin);
            return null;
        });

        assertThat(isOn(token)).isFalse();
        assertThat(isOn(other)).isTrue();
        assertThat(revoked).contains(token).doesNotContain(other);
    }

    @Test
    void an_admin_cannot_change_their_own_account() {
        assertThatThrownBy(() -> change(admin, TO_DISABLE)).isInstanceOf(OwnAccount.class);
        assertThatThrownBy(() -> change(admin, TO_A_USER)).isInstanceOf(OwnAccount.class);
    }

    @Test
    void the_last_admin_stays() {
        Actor former = registered("former", false);

        assertThatThrownBy(() -> call(users -> users.change(admin.id(), TO_DISABLE, former)))
                .isInstanceOf(LastAdmin.class);
        change(ada, new UserDirectory.Change(Set.of(Role.ADMIN), null));
        call(users -> users.change(admin.id(), TO_A_USER, ada));

        assertThat(one(admin).profile().roles()).containsExactly("user");
    }

    @Test
    void one_of_two_admins_who_demote_each_other_concurrently_stays() {
        change(ada, new UserDirectory.Change(Set.of(Role.ADMIN), null));

        AtOnce.each(List.of(() -> demoted(ada, admin), () -> demoted(admin, ada)));

        assertThat(found(new UserDirectory.Filter(null, Role.ADMIN, null))).hasSize(1);
    }

    @Test
    void a_missing_account_cannot_be_changed() {
        UUID missing = UUID.randomUUID();

        assertThatThrownBy(() -> call(users -> users.get(missing))).isInstanceOf(UserNotFound.class);
        assertThatThrownBy(() -> call(users -> users.change(missing, TO_DISABLE, admin)))
                .isInstanceOf(UserNotFound.class);
    }

    private String demoted(Actor user, Actor by) {
        try {
            return call(users -> users.change(user.id(), TO_A_USER, by))
                    .profile()
                    .username();
        } catch (Problem e) {
            return e.slug();
        }
    }

    private Account change(Actor user, UserDirectory.Change change) {
        return call(users ->
                users.change(user.id(), change, user == admin ? admin : new Actor(UUID.randomUUID(), "boss", null)));
    }

    private Account one(Actor user) {
        return call(users -> users.get(user.id()));
    }

    /** One account, and one more as the sign of further ones. */
    private List<String> page(UUID before) {
        return names(call(users -> users.find(new UserDirectory.Filter(null, null, null), before, 1)));
    }

    private static List<String> names(List<Account> accounts) {
        return accounts.stream().map(account -> account.profile().username()).toList();
    }

    private List<String> found(String text) {
        return found(new UserDirectory.Filter(text, null, null));
    }

    private List<String> found(UserDirectory.Filter filter) {
        return names(call(users -> users.find(filter, null, 50)));
    }

    private Actor registered(String username, boolean asAdmin) {
        Profile profile = database.inTransaction(em -> {
            Credentials credentials = TestCredentials.of(em, clock);
            Registration registration = TestRegistrations.named(username);
            return asAdmin
                    ? credentials.createAdmin(registration)
                    : credentials.register(registration, TestRegistrations.ADDRESS);
        });
        return new Actor(profile.id(), username, TestRegistrations.ADDRESS);
    }

    private UUID apiToken(Actor user) {
        ApiToken.TokenRequest request =
                new ApiToken.TokenRequest("script", Set.of(Scope.TASKS_READ), Duration.ofDays(1));
        return database.inTransaction(
                        em -> new ApiTokens(em, clock, Revocations.addedTo(revoked)).create(request, user))
                .token()
                .id();
    }

    private UUID signedIn(Actor user) {
        return database.inTransaction(em -> {
            Sessions sessions = new Sessions(em, SETTINGS, clock, Revocations.addedTo(revoked));
            TestCredentials.of(em, clock, revoked)
                    .signIn(user.username(), TestRegistrations.PASSWORD, new Client(TestRegistrations.ADDRESS, null));
            return sessions.listOf(user.id()).get(0).id();
        });
    }

    private boolean isOn(UUID signIn) {
        return database.inTransaction(em -> new RevocationCheck(em, clock).isValid(signIn));
    }

    private <T> T call(Function<UserDirectory, T> work) {
        return database.inTransaction(
                em -> work.apply(new UserDirectory(em, SETTINGS, clock, Revocations.addedTo(revoked))));
    }
}
