package dev.millrace.operations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.account.Account;
import dev.millrace.account.Profile;
import dev.millrace.account.Role;
import dev.millrace.account.UserDirectory;
import dev.millrace.audit.Actor;
import dev.millrace.limit.StoredLimits;
import dev.millrace.limit.UserLimitOverrides;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.page.Page;
import dev.millrace.request.RequestObject;

/** Shows and changes accounts for admins, in JSON. */
@ApplicationScoped
public class UserOperations {
    private UserDirectory users;
    private StoredLimits limits;

    /** For the container. */
    protected UserOperations() {}

    @Inject
    UserOperations(UserDirectory users, StoredLimits limits) {
        this.users = users;
        this.limits = limits;
    }

    /**
     * @param before only accounts older than this one, or null
     * @return {@code {"items": […], "nextCursor": …}}, newest first
     */
    public String page(UserDirectory.Filter filter, UUID before, int limit) {
        Page<Account> page = Page.of(users.find(filter, before, limit), limit, account -> account.profile()
                .id());
        Map<UUID, UserLimitOverrides> overrides = limits.find(
                page.items().stream().map(account -> account.profile().id()).toList());
        return page.toJson(
                account -> view(account, overrides.get(account.profile().id())));
    }

    /** @throws dev.millrace.account.UserNotFound if there is no such user */
    public String get(UUID id) {
        return view(users.get(id));
    }

    /**
     * @param body {@code {"roles"?: […], "disabled"?: …}}
     * @return the account after the change
     * @throws dev.millrace.platform.problem.InvalidRequest if the body has another form
     * @throws dev.millrace.platform.problem.Problem as {@link UserDirectory#change} does
     */
    public String change(UUID id, String body, Actor by) {
        RequestObject members = RequestObject.parse(body, Set.of("roles", "disabled"));
        Set<Role> roles =
                members.enumSet("roles", Role.class, "must be an array of user, admin or auditor", Role::parse);
        Boolean disabled = members.has("disabled") ? members.bool("disabled") : null;
        members.throwIfInvalid();
        return view(users.change(id, new UserDirectory.Change(roles, disabled), by));
    }

    /**
     * Ends all sessions of a user, and the API tokens too unless the body tells to keep them.
     *
     * @param body {@code {"endApiTokens"?: …}}, or empty
     * @throws dev.millrace.platform.problem.InvalidRequest if the body has another form
     * @throws dev.millrace.account.UserNotFound if there is no such user
     */
    public void signOut(UUID id, String body, Actor by) {
        RequestObject members =
                RequestObject.parse(body == null || body.isBlank() ? "{}" : body, Set.of("endApiTokens"));
        boolean endApiTokens = !members.has("endApiTokens") || members.bool("endApiTokens");
        members.throwIfInvalid();
        users.signOut(id, endApiTokens, by);
    }

    private String view(Account account) {
        UUID id = account.profile().id();
        return view(account, limits.find(List.of(id)).get(id));
    }

    private static String view(Account account, UserLimitOverrides overrides) {
        Profile profile = account.profile();
        return Json.createObjectBuilder()
                .add("id", profile.id().toString())
                .add("username", profile.username())
                .add("email", profile.email())
                .add(
                        "roles",
                        Json.createArrayBuilder(
                                profile.roles().stream().sorted().toList()))
                .add("disabled", account.disabled())
                .add("createdAt", account.createdAt().toString())
                .add("limits", SetUserLimits.view(overrides))
                .add("firstName", Json.orNull(profile.firstName()))
                .add("lastName", Json.orNull(profile.lastName()))
                .add("lastSignInAt", Json.orNull(account.lastSignInAt()))
                .build()
                .toString();
    }
}
