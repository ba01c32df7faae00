package dev.millrace.account;

import java.text.ParseException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.audit.Actor;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** API tokens: created, valid for a while, revoked; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiTokensContract {
    private static final Duration LIFE = Duration.ofDays(90);

    private final TestDatabase database;
    private final List<UUID> revoked = new CopyOnWriteArrayList<>();
    private MutableClock clock;
    private Actor owner;

    ApiTokensContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aUser() {
        revoked.clear();
        clock = new MutableClock(NOW);
        owner = aNewUser();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_token_has_its_scopes_and_grants_no_admin_role() throws ParseException {
        ApiTokens.CreatedToken made = make(EnumSet.allOf(Scope.class));

        JWTClaimsSet claims = SignedJWT.parse(made.text()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(owner.id().toString());
        assertThat(claims.getStringClaim("scope")).isEqualTo("tasks:read tasks:write");
        assertThat(claims.getStringListClaim("groups")).containsExactly("user");
        assertThat(claims.getStringClaim("sid")).isEqualTo(made.token().id().toString());
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(LIFE));
    }

    @Test
    void a_user_sees_own_sessions_that_have_not_ended() {
        ApiTokenView first = make(Set.of(Scope.TASKS_READ)).token();
        clock.advance(Duration.ofDays(1));
        ApiTokenView second = make(Set.of(Scope.TASKS_WRITE)).token();

        assertThat(own()).extracting(ApiTokenView::id).containsExactly(second.id(), first.id());
        assertThat(own().get(0).scopes()).containsExactly(Scope.TASKS_WRITE);
        clock.advance(LIFE.minusDays(1));
        assertThat(own()).extracting(ApiTokenView::id).containsExactly(second.id());
        assertThat(of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_token_is_good_until_its_end() {
        UUID token = make(Set.of(Scope.TASKS_READ)).token().id();

        clock.advance(LIFE.minusMillis(1));
        assertThat(isOn(token)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(isOn(token)).isFalse();
    }

    @Test
    void a_token_has_the_time_of_its_last_use() {
        UUID token = make(Set.of(Scope.TASKS_READ)).token().id();
        assertThat(own().get(0).lastUsedAt()).isNull();

        clock.advance(Duration.ofHours(1));
        isOn(token);
        clock.advance(Duration.ofSeconds(30));
        isOn(token);
        assertThat(own().get(0).lastUsedAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));

        clock.advance(Duration.ofMinutes(1));
        isOn(token);
        assertThat(own().get(0).lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_token_is_revoked_by_its_owner_only() {
        UUID token = make(Set.of(Scope.TASKS_READ)).token().id();

        assertThatThrownBy(() -> revoke(token, aNewUser())).isInstanceOf(ApiTokenNotFound.class);
        assertThat(isOn(token)).isTrue();
        revoke(token, owner);

        assertThat(isOn(token)).isFalse();
        assertThat(own()).isEmpty();
        assertThat(revoked).containsExactly(token);
    }

    @Test
    void a_disabled_users_tokens_are_invalid() {
        UUID token = make(Set.of(Scope.TASKS_READ)).token().id();

        disable(true);
        assertThat(isOn(token)).isFalse();
        disable(false);
        assertThat(isOn(token)).isTrue();
    }

    @Test
    void a_user_has_a_limited_number_of_tokens() {
        for (int i = 0; i < ApiTokens.MAX_PER_USER; i++) {
            make(Set.of(Scope.TASKS_READ));
        }

        assertThatThrownBy(() -> make(Set.of(Scope.TASKS_READ))).isInstanceOf(TooManyApiTokens.class);
    }

    private Actor aNewUser() {
        String username = "m-" + UUID.randomUUID().toString().substring(0, 8);
        Profile profile = database.inTransaction(em ->
                TestCredentials.of(em, clock).register(TestRegistrations.named(username), TestRegistrations.ADDRESS));
        return new Actor(profile.id(), username, TestRegistrations.ADDRESS);
    }

    private void disable(boolean disabled) {
        database.inTransaction(em -> {
            em.find(User.class, owner.id()).setDisabled(disabled);
            return null;
        });
    }

    private ApiTokens.CreatedToken make(Set<Scope> scopes) {
        return call(tokens -> tokens.create(new ApiToken.TokenRequest("nightly import", scopes, LIFE), owner));
    }

    private void revoke(UUID token, Actor by) {
        call(tokens -> {
            tokens.revoke(token, by);
            return null;
        });
    }

    private List<ApiTokenView> own() {
        return of(owner.id());
    }

    private List<ApiTokenView> of(UUID user) {
        return call(tokens -> tokens.listOf(user));
    }

    private boolean isOn(UUID token) {
        return database.inTransaction(em -> new RevocationCheck(em, clock).isValid(token));
    }

    private <T> T call(Function<ApiTokens, T> work) {
        return database.inTransaction(em -> work.apply(new ApiTokens(em, clock, Revocations.addedTo(revoked))));
    }
}
