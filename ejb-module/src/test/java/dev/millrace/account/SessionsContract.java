package dev.millrace.account;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.nimbusds.jwt.SignedJWT;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.audit.Actor;
import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.digest.Sha256;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Sessions: tokens that rotate, and a family that is revoked with the misuse of one; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionsContract {
    private static final Client BROWSER = new Client(TestRegistrations.ADDRESS, "Firefox");
    private static final AccountSettings SETTINGS = AccountSettings.from(new ConfigReader(key -> Optional.empty()));

    private final TestDatabase database;
    private final MutableClock clock = new MutableClock(NOW);
    private final List<UUID> revoked = new CopyOnWriteArrayList<>();
    private String username;
    private UUID user;

    SessionsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aUser() {
        revoked.clear();
        username = "m-" + UUID.randomUUID().toString().substring(0, 8);
        user = database.inTransaction(em -> TestCredentials.of(em, clock)
                        .register(TestRegistrations.named(username), TestRegistrations.ADDRESS))
                .id();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void signing_in_gives_both_tokens() {
        IssuedTokens session = signedIn();

        assertThat(session.accessLifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(session.refreshLifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(session.refreshToken()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void a_wrong_password_starts_no_session() {
        assertThatThrownBy(() -> signedInWith("wrong password")).isInstanceOf(WrongCredentials.class);
    }

    @Test
    void a_refresh_token_is_used_once_and_returns_the_next() {
        IssuedTokens first = signedIn();

        IssuedTokens second = goOn(first).orElseThrow();
        IssuedTokens third = goOn(second).orElseThrow();

        assertThat(List.of(first.refreshToken(), second.refreshToken(), third.refreshToken()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_token_used_twice_ends_its_session() {
        IssuedTokens stolen = signedIn();
        IssuedTokens next = goOn(stolen).orElseThrow();
        clock.advance(RefreshToken.GRACE);

        assertThat(goOn(stolen)).isEmpty();

        assertThat(goOn(next)).as("the one that was good until then").isEmpty();
        assertThat(isOn(signIn(next))).isFalse();
        assertThat(revoked).containsExactly(signIn(stolen));
    }

    @Test
    void the_end_of_one_session_does_not_affect_others() {
        IssuedTokens here = signedIn();
        IssuedTokens there = signedIn();
        goOn(here);
        clock.advance(RefreshToken.GRACE);
        assertThat(goOn(here)).isEmpty();

        assertThat(goOn(there)).isPresent();
    }

    @Test
    void a_session_ends_when_it_is_not_used_for_its_time() {
        IssuedTokens session = signedIn();

        clock.advance(SETTINGS.refreshToken());

        assertThat(goOn(session)).isEmpty();
    }

    @Test
    void a_used_session_continues_until_its_maximum_lifetime() {
        IssuedTokens session = signedIn();

        for (int day = 1; day < SETTINGS.sessionLifetime().toDays(); day++) {
            clock.advance(Duration.ofDays(1));
            session = goOn(session).orElseThrow();
            assertThat(session.refreshLifetime())
                    .isEqualTo(SETTINGS.sessionLifetime().minusDays(day));
        }
        clock.advance(Duration.ofDays(1));

        assertThat(goOn(session)).isEmpty();
        assertThat(isOn(signIn(session))).isFalse();
        assertThat(own()).isEmpty();
    }

    @Test
    void no_access_token_outlives_the_lifetime_of_its_session() {
        IssuedTokens session = signedIn();
        clock.advance(SETTINGS.sessionLifetime().minusMinutes(1));

        IssuedTokens last = goOn(session).orElseThrow();

        assertThat(last.accessLifetime()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_session_of_an_earlier_version_ends_with_its_lifetime_too() {
        IssuedTokens session = signedIn();
        database.inTransaction(em -> em.createQuery("update Session s set s.signedInAt = :then where s.id = :id")
                .setParameter("then", clock.instant().minus(SETTINGS.sessionLifetime()))
                .setParameter("id", signIn(session))
                .executeUpdate());

        assertThat(goOn(session)).isEmpty();
    }

    @Test
    void a_refresh_that_comes_again_at_the_same_moment_is_answered_and_ends_nothing() {
        IssuedTokens first = signedIn();
        IssuedTokens second = goOn(first).orElseThrow();
        clock.advance(RefreshToken.GRACE.minusMillis(1));

        IssuedTokens again = goOn(first).orElseThrow();

        assertThat(again.refreshToken()).isNotEqualTo(second.refreshToken());
        assertThat(signIn(again)).isEqualTo(signIn(first));
        assertThat(goOn(second)).isPresent();
        assertThat(goOn(again)).isPresent();
        assertThat(revoked).isEmpty();
    }

    @Test
    void a_repeated_refresh_does_not_prolong_the_grace() {
        IssuedTokens first = signedIn();
        goOn(first).orElseThrow();
        clock.advance(RefreshToken.GRACE.minusMillis(1));
        IssuedTokens again = goOn(first).orElseThrow();
        clock.advance(Duration.ofMillis(1));

        assertThat(goOn(first)).isEmpty();
        assertThat(goOn(again)).isEmpty();
        assertThat(revoked).containsExactly(signIn(first));
    }

    @Test
    void a_token_that_an_earlier_version_marked_as_used_has_no_grace() {
        IssuedTokens first = signedIn();
        goOn(first).orElseThrow();
        database.inTransaction(em -> em.createQuery("update RefreshToken t set t.usedAt = null where t.hash = :hash")
                .setParameter("hash", Sha256.of(first.refreshToken()))
                .executeUpdate());

        assertThat(goOn(first)).isEmpty();
    }

    @Test
    void signing_out_ends_the_session() {
        IssuedTokens first = signedIn();
        IssuedTokens second = goOn(first).orElseThrow();

        end(second.refreshToken());

        assertThat(goOn(second)).isEmpty();
        assertThat(isOn(signIn(first))).isFalse();
        assertThat(revoked).containsExactly(signIn(first));
    }

    @Test
    void a_sign_in_is_on_through_all_its_tokens() {
        IssuedTokens first = signedIn();
        IssuedTokens second = goOn(first).orElseThrow();

        assertThat(signIn(second)).isEqualTo(signIn(first));
        assertThat(isOn(signIn(first))).isTrue();
        assertThat(isOn(UUID.randomUUID())).isFalse();
    }

    @Test
    void a_token_that_was_never_issued_has_no_session() {
        assertThat(goOn("made up")).isEmpty();

        end("made up");
    }

    @Test
    void a_user_sees_address_and_time_of_each_session() {
        IssuedTokens first = signedIn();
        clock.advance(Duration.ofHours(1));
        IssuedTokens second = signedIn();
        clock.advance(Duration.ofHours(1));
        call(sessions -> sessions.refresh(first.refreshToken(), new Client("10.0.0.9", "curl")));

        List<SessionView> own = own();

        assertThat(own).extracting(SessionView::id).containsExactly(signIn(second), signIn(first));
        SessionView older = own.get(1);
        assertThat(older.signedInAt()).isEqualTo(clock.instant().minus(Duration.ofHours(2)));
        assertThat(older.lastSeenAt()).isEqualTo(clock.instant());
        assertThat(older.expiresAt()).isEqualTo(older.signedInAt().plus(SETTINGS.sessionLifetime()));
        assertThat(older.address()).isEqualTo("10.0.0.9");
        assertThat(older.userAgent()).isEqualTo("curl");
    }

    @Test
    void a_user_ends_own_sessions_only() {
        IssuedTokens here = signedIn();
        IssuedTokens there = signedIn();
        Actor otherUser = new Actor(UUID.randomUUID(), "stranger", null);

        assertThatThrownBy(() -> endOne(there, otherUser)).isInstanceOf(SessionNotFound.class);
        endOne(there, me());

        assertThat(goOn(there)).isEmpty();
        assertThat(goOn(here)).isPresent();
        assertThat(revoked).containsExactly(signIn(there));
    }

    @Test
    void signing_out_everywhere_ends_every_session() {
        IssuedTokens here = signedIn();
        IssuedTokens there = signedIn();

        call(sessions -> {
            sessions.endAll(me());
            return null;
        });

        assertThat(own()).isEmpty();
        assertThat(isOn(signIn(here))).isFalse();
        assertThat(goOn(there)).isEmpty();
        assertThat(revoked).containsExactlyInAnyOrder(signIn(here), signIn(there));
    }

    @Test
    void a_new_password_ends_all_other_sessions() {
        IssuedTokens here = signedIn();
        IssuedTokens there = signedIn();

        changePassword(TestRegistrations.PASSWORD, "water-ground", here);

        assertThat(goOn(here)).isPresent();
        assertThat(goOn(there)).isEmpty();
        assertThatThrownBy(this::signedIn).isInstanceOf(WrongCredentials.class);
        assertThat(signedInWith("water-ground")).isNotNull();
    }

    @Test
    void a_new_password_ends_the_api_tokens_unless_they_are_to_stay() {
        IssuedTokens here = signedIn();
        UUID token = apiToken(TestRegistrations.PASSWORD);

        changePassword(TestRegistrations.PASSWORD, "water-ground", false, here);
        assertThat(isOn(token)).isTrue();
        changePassword("water-ground", "wind-ground", true, here);

        assertThat(isOn(token)).isFalse();
        assertThat(isOn(signIn(here))).isTrue();
    }

    @Test
    void an_api_token_is_made_only_by_who_knows_the_password() {
        assertFault("/currentPassword", () -> apiToken("guessed"));
        assertFault("/currentPassword", () -> apiToken(null));

        assertThat(isOn(apiToken(TestRegistrations.PASSWORD))).isTrue();
    }

    @Test
    void the_email_address_is_changed_only_by_who_knows_the_password() {
        String changed = "new-" + username + "@mill.example.org";

        assertFault("/currentPassword", () -> changeEmail(changed, "guessed"));
        assertFault("/currentPassword", () -> changeEmail(changed, null));

        assertThat(changeEmail(changed, TestRegistrations.PASSWORD).email()).isEqualTo(changed);
        assertThat(changeEmail(changed, null).email())
                .as("which stays as it is")
                .isEqualTo(changed);
    }

    @Test
    void a_password_is_changed_only_by_who_knows_it_and_only_to_a_good_one() {
        IssuedTokens here = signedIn();

        assertFault("/currentPassword", () -> changePassword("guessed", "water-ground", here));
        assertFault("/newPassword", () -> changePassword(TestRegistrations.PASSWORD, "short", here));
        assertFault(
                "/newPassword",
                () -> changePassword(TestRegistrations.PASSWORD, username.toUpperCase(Locale.ROOT), here));

        assertThat(signedIn()).isNotNull();
    }

    @Test
    void a_password_change_without_a_hashing_permit_ends_no_session() {
        IssuedTokens here = signedIn();
        IssuedTokens there = signedIn();
        PasswordPermits permits = TestCredentials.oneAtATime();

        permits.call(() -> assertThatThrownBy(() -> database.inTransaction(em -> {
                    TestCredentials.of(em, clock, revoked, permits)
                            .changePassword(TestRegistrations.PASSWORD, "water-ground", true, signIn(here), me());
                    return null;
                }))
                .isInstanceOfSatisfying(PasswordsBusy.class, busy -> assertThat(busy.retryAfter())
                        .isPresent()));

        assertThat(signedIn()).isNotNull();
        assertThat(goOn(there)).isPresent();
    }

    @Test
    void a_disabled_user_can_neither_sign_in_nor_refresh() {
        IssuedTokens session = signedIn();
        database.inTransaction(em -> {
            em.find(User.class, user).setDisabled(true);
            return null;
        });

        assertThatThrownBy(this::signedIn).isInstanceOf(AccountDisabled.class);
        assertThatThrownBy(() -> signedInWith("guessed")).isInstanceOf(WrongCredentials.class);
        assertThat(isOn(signIn(session))).isFalse();
        assertThat(goOn(session)).isEmpty();
    }

    @Test
    void no_token_outlives_a_sign_out_at_the_same_moment() {
        for (int round = 0; round < 20; round++) {
            IssuedTokens session = signedIn();

            List<Optional<IssuedTokens>> answers = AtOnce.each(List.of(() -> goOn(session), () -> {
                end(session.refreshToken());
                return Optional.empty();
            }));

            answers.stream().flatMap(Optional::stream).forEach(next -> assertThat(goOn(next))
                    .isEmpty());
            assertThat(isOn(signIn(session))).isFalse();
        }
    }

    @Test
    void an_expired_and_purged_token_does_not_restore_its_session() {
        IssuedTokens old = signedIn();
        IssuedTokens next = goOn(old).orElseThrow();
        database.inTransaction(em -> em.createQuery("delete from RefreshToken t where t.hash = :hash")
                .setParameter("hash", Sha256.of(old.refreshToken()))
                .executeUpdate());

        assertThat(goOn(old)).isEmpty();
        assertThat(goOn(next)).isPresent();
    }

    @Test
    void the_token_itself_is_not_stored() {
        IssuedTokens session = signedIn();

        List<String> stored =
                database.inTransaction(em -> em.createQuery("select t.hash from RefreshToken t", String.class)
                        .getResultList());

        assertThat(stored).isNotEmpty().doesNotContain(session.refreshToken());
    }

    @Test
    void a_token_used_by_many_at_the_same_moment_serves_each_with_tokens_of_its_own() {
        IssuedTokens session = signedIn();

        List<Optional<IssuedTokens>> answers = AtOnce.call(6, () -> goOn(session));

        List<IssuedTokens> served = answers.stream().flatMap(Optional::stream).toList();
        assertThat(served).hasSize(6).extracting(IssuedTokens::refreshToken).doesNotHaveDuplicates();
        assertThat(served).allSatisfy(next -> assertThat(goOn(next)).isPresent());
        assertThat(own()).hasSize(1);
        assertThat(revoked).isEmpty();
    }

    @Test
    void a_session_lives_under_any_use_of_its_tokens_until_one_is_replayed_after_its_grace() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<IssuedTokens> given = new ArrayList<>(List.of(signedIn()));
            Map<String, Instant> firstUses = new HashMap<>();
            boolean alive = true;

            for (int step = 0; step < 15; step++) {
                clock.advance(Duration.ofSeconds(random.nextInt(5)));
                IssuedTokens token = given.get(random.nextInt(given.size()));
                Instant first = firstUses.getOrDefault(token.refreshToken(), clock.instant());
                alive = alive && clock.instant().isBefore(first.plus(RefreshToken.GRACE));

                Optional<IssuedTokens> next = goOn(token);

                assertThat(next.isPresent()).as("seed %d, step %d", seed, step).isEqualTo(alive);
                firstUses.putIfAbsent(token.refreshToken(), clock.instant());
                next.ifPresent(given::add);
            }
            assertThat(isOn(signIn(given.get(0)))).as("seed %d", seed).isEqualTo(alive);
        }
    }

    private UUID signIn(IssuedTokens session) {
        try {
            return UUID.fromString(
                    SignedJWT.parse(session.accessToken()).getJWTClaimsSet().getStringClaim("sid"));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isOn(UUID signIn) {
        return database.inTransaction(em -> new RevocationCheck(em, clock).isValid(signIn));
    }

    private List<SessionView> own() {
        return call(sessions -> sessions.listOf(user));
    }

    private Actor me() {
        return new Actor(user, username, TestRegistrations.ADDRESS);
    }

    private void endOne(IssuedTokens session, Actor by) {
        call(sessions -> {
            sessions.endOwn(signIn(session), by);
            return null;
        });
    }

    private void changePassword(String present, String next, IssuedTokens session) {
        changePassword(present, next, true, session);
    }

    private void changePassword(String present, String next, boolean endApiTokens, IssuedTokens session) {
        database.inTransaction(em -> {
            TestCredentials.of(em, clock, revoked).changePassword(present, next, endApiTokens, signIn(session), me());
            return null;
        });
    }

    private UUID apiToken(String password) {
        ApiToken.TokenRequest request =
                new ApiToken.TokenRequest("script", Set.of(Scope.TASKS_READ), Duration.ofDays(1));
        return database.inTransaction(
                        em -> TestCredentials.of(em, clock, revoked).createApiToken(request, password, me()))
                .token()
                .id();
    }

    private Profile changeEmail(String email, String password) {
        return database.inTransaction(em -> TestCredentials.of(em, clock, revoked)
                .changeProfile(new ProfileUpdate(email, "Mill", null), password, me()));
    }

    private static void assertFault(String pointer, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidRequest.class, invalid -> assertThat(invalid.faults())
                .extracting(Fault::pointer)
                .containsExactly(pointer));
    }

    private IssuedTokens signedIn() {
        return signedInWith(TestRegistrations.PASSWORD);
    }

    private IssuedTokens signedInWith(String password) {
        return database.inTransaction(
                em -> TestCredentials.of(em, clock, revoked).signIn(username, password, BROWSER));
    }

    private Optional<IssuedTokens> goOn(IssuedTokens session) {
        return goOn(session.refreshToken());
    }

    private Optional<IssuedTokens> goOn(String token) {
        return call(sessions -> sessions.refresh(token, BROWSER));
    }

    private void end(String token) {
        call(sessions -> {
            sessions.endByToken(token, BROWSER);
            return null;
        });
    }

    private <T> T call(Function<Sessions, T> work) {
        return database.inTransaction(
                em -> work.apply(new Sessions(em, SETTINGS, clock, Revocations.addedTo(revoked))));
    }
}
