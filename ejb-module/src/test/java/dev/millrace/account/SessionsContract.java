package dev.millrace.account;

import java.lang.reflect.Proxy;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.event.Event;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.config.Keys;
import dev.millrace.node.SetClock;
import dev.millrace.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Sessions: tokens that rotate, and a family that ends with the misuse of one; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionsContract {
    private static final AccountSettings SETTINGS = AccountSettings.from(new Keys(key -> Optional.empty()));

    private final TestDatabase database;
    private final SetClock clock = new SetClock(NOW);
    private final List<UUID> revoked = new ArrayList<>();
    private String username;

    SessionsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aPerson() {
        revoked.clear();
        username = "m-" + UUID.randomUUID().toString().substring(0, 8);
        database.inTransaction(em -> new Accounts(em, clock).register(Miller.named(username)));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void who_signs_in_gets_both_tokens() {
        SignedIn session = signedIn();

        assertThat(session.accessLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(session.refreshLife()).isEqualTo(Duration.ofDays(30));
        assertThat(session.refreshToken()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void nobody_signs_in_with_a_wrong_password() {
        assertThatThrownBy(() -> call(sessions -> sessions.begin(username, "wrong password")))
                .isInstanceOf(WrongCredentials.class);
    }

    @Test
    void a_token_is_good_for_one_use_and_gives_the_next() {
        SignedIn first = signedIn();

        SignedIn second = goOn(first).orElseThrow();
        SignedIn third = goOn(second).orElseThrow();

        assertThat(List.of(first.refreshToken(), second.refreshToken(), third.refreshToken()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_token_used_twice_ends_its_whole_family() {
        SignedIn stolen = signedIn();
        SignedIn next = goOn(stolen).orElseThrow();

        assertThat(goOn(stolen)).isEmpty();

        assertThat(goOn(next)).as("the one that was good until then").isEmpty();
        assertThat(isOn(signIn(next))).isFalse();
        assertThat(revoked).containsExactly(signIn(stolen));
    }

    @Test
    void the_end_of_one_family_leaves_other_sessions_alone() {
        SignedIn here = signedIn();
        SignedIn there = signedIn();
        goOn(here);
        goOn(here);

        assertThat(goOn(there)).isPresent();
    }

    @Test
    void a_session_ends_when_it_is_not_used_for_its_time() {
        SignedIn session = signedIn();

        clock.pass(SETTINGS.refreshToken());

        assertThat(goOn(session)).isEmpty();
    }

    @Test
    void a_session_that_is_used_goes_on_and_on() {
        SignedIn session = signedIn();

        for (int month = 0; month < 12; month++) {
            clock.pass(SETTINGS.refreshToken().minusMillis(1));
            session = goOn(session).orElseThrow();
        }

        assertThat(session).isNotNull();
    }

    @Test
    void who_signs_out_is_out() {
        SignedIn first = signedIn();
        SignedIn second = goOn(first).orElseThrow();

        end(second.refreshToken());

        assertThat(goOn(second)).isEmpty();
        assertThat(isOn(signIn(first))).isFalse();
        assertThat(revoked).containsExactly(signIn(first));
    }

    @Test
    void a_sign_in_is_on_through_all_its_tokens() {
        SignedIn first = signedIn();
        SignedIn second = goOn(first).orElseThrow();

        assertThat(signIn(second)).isEqualTo(signIn(first));
        assertThat(isOn(signIn(first))).isTrue();
        assertThat(isOn(UUID.randomUUID())).isFalse();
    }

    @Test
    void a_token_that_nobody_gave_out_is_nothing() {
        assertThat(goOn("made up")).isEmpty();

        end("made up");
    }

    @Test
    void the_token_itself_is_not_kept() {
        SignedIn session = signedIn();

        List<String> kept =
                database.inTransaction(em -> em.createQuery("select t.hash from RefreshToken t", String.class)
                        .getResultList());

        assertThat(kept).isNotEmpty().doesNotContain(session.refreshToken());
    }

    @Test
    void a_token_used_by_two_at_the_same_moment_serves_one_and_then_none() {
        SignedIn session = signedIn();

        List<Optional<SignedIn>> answers = AtOnce.call(2, () -> goOn(session));

        List<SignedIn> served = answers.stream().flatMap(Optional::stream).toList();
        assertThat(served).hasSize(1);
        assertThat(goOn(served.get(0))).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private Event<SignInRevoked> revocations() {
        return (Event<SignInRevoked>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (event, fire, arguments) -> {
                    revoked.add(((SignInRevoked) arguments[0]).signIn());
                    return null;
                });
    }

    private UUID signIn(SignedIn session) {
        try {
            return UUID.fromString(
                    SignedJWT.parse(session.accessToken()).getJWTClaimsSet().getStringClaim("sid"));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isOn(UUID signIn) {
        return call(sessions -> sessions.isOn(signIn));
    }

    private SignedIn signedIn() {
        return call(sessions -> sessions.begin(username, Miller.PASSWORD));
    }

    private Optional<SignedIn> goOn(SignedIn session) {
        return goOn(session.refreshToken());
    }

    private Optional<SignedIn> goOn(String token) {
        return call(sessions -> sessions.goOn(token));
    }

    private void end(String token) {
        call(sessions -> {
            sessions.end(token);
            return null;
        });
    }

    private <T> T call(Function<Sessions, T> work) {
        return database.inTransaction(em -> work.apply(new Sessions(em, SETTINGS, clock, revocations())));
    }
}
