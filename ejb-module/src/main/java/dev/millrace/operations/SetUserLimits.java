package dev.millrace.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

import dev.millrace.account.UserDirectory;
import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.limit.StoredLimits;
import dev.millrace.limit.UserLimitOverrides;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.request.RequestObject;
import dev.millrace.task.Queues;

/** The limits of single users, as admins see and set them. Every node applies a change within a few seconds. */
@ApplicationScoped
public class SetUserLimits {
    private static final Logger LOG = NodeLog.of(SetUserLimits.class);
    private static final int MAX_WEIGHT = 100;
    private static final int MAX_RUNNING = 1_000_000;
    private static final int MAX_WAITING = 100_000_000;

    private UserDirectory users;
    private AuditLog audit;
    private StoredLimits limits;
    private Queues queues;
    private WakeUpSender wakeUps;

    /** For the container. */
    protected SetUserLimits() {}

    @Inject
    SetUserLimits(UserDirectory users, AuditLog audit, StoredLimits limits, Queues queues, WakeUpSender wakeUps) {
        this.users = users;
        this.audit = audit;
        this.limits = limits;
        this.queues = queues;
        this.wakeUps = wakeUps;
    }

    /**
     * @return {@code {"weight", "maxRunning", "maxWaiting"}} as JSON; null = as everyone
     * @throws dev.millrace.account.UserNotFound if there is no such user
     */
    public String find(UUID user) {
        users.get(user);
        return view(limits.find(List.of(user)).get(user)).toString();
    }

    /**
     * @param body as {@link #find} gives it; absent values are as for everyone
     * @throws dev.millrace.account.UserNotFound if there is no such user
     * @throws dev.millrace.platform.problem.InvalidRequest if the body has another form
     */
    public String set(UUID user, String body, Actor by) {
        String username = users.get(user).profile().username();
        RequestObject members = RequestObject.parse(body, Set.of("weight", "maxRunning", "maxWaiting"));
        Integer weight = members.number("weight", 1, MAX_WEIGHT);
        Integer maxRunning = members.number("maxRunning", 0, MAX_RUNNING);
        Integer maxWaiting = members.number("maxWaiting", 0, MAX_WAITING);
        members.throwIfInvalid();
        UserLimitOverrides overrides = audit.recordAround(
                by,
                () -> limits.save(user, weight == null ? 1 : weight, maxRunning, maxWaiting),
                set -> Optional.of(new AuditedAction(
                        ActionKind.USER_LIMITS,
                        AuditTarget.user(username),
                        view(set).toString())));
        LOG.log(Level.INFO, "Set limits of user {0}; user {1}", username, by.username());
        List<String> all = queues.names();
        all.forEach(wakeUps::workAvailable);
        return view(overrides).toString();
    }

    /** {@code {"weight", "maxRunning", "maxWaiting"}}; null = as everyone. */
    static JsonObject view(UserLimitOverrides overrides) {
        return Json.createObjectBuilder()
                .add("weight", overrides.weight())
                .add("maxRunning", Json.orNull(overrides.maxRunning()))
                .add("maxWaiting", Json.orNull(overrides.maxWaiting()))
                .build();
    }
}
