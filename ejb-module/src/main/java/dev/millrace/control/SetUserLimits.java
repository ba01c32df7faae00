package dev.millrace.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.account.Accounts;
import dev.millrace.dispatch.WakeUps;
import dev.millrace.limit.OwnerLimits;
import dev.millrace.limit.ReadLimits;
import dev.millrace.submission.Members;
import dev.millrace.task.Queues;

/** The limits of single users, as admins see and set them. Every node knows of a change within a few seconds. */
@ApplicationScoped
public class SetUserLimits {
    private static final Logger LOG = System.getLogger(SetUserLimits.class.getName());
    private static final int HEAVIEST = 100;
    private static final int MOST_RUNNING = 1_000_000;
    private static final int MOST_WAITING = 100_000_000;

    @Inject
    private Accounts accounts;

    @Inject
    private ReadLimits limits;

    @Inject
    private Queues queues;

    @Inject
    private WakeUps wakeUps;

    /**
     * @return {@code {"weight", "maxRunning", "maxWaiting"}} as JSON; null = as everyone
     * @throws UserNotFound if there is no such user
     */
    public String of(UUID user) {
        refuseUnknown(user);
        return limits.of(user)
                .map(own -> view(own.weight(), own.maxRunning(), own.maxWaiting()))
                .orElseGet(() -> view(1, null, null));
    }

    /**
     * @param body as {@link #of} gives it; what is left out is as everyone's
     * @throws UserNotFound if there is no such user
     * @throws dev.millrace.problem.InvalidRequest if the body is something else
     */
    public String set(UUID user, String body, String by) {
        refuseUnknown(user);
        Members members = Members.of(body, Set.of("weight", "maxRunning", "maxWaiting"));
        Integer weight = members.number("weight", 1, HEAVIEST);
        Integer maxRunning = members.number("maxRunning", 0, MOST_RUNNING);
        Integer maxWaiting = members.number("maxWaiting", 0, MOST_WAITING);
        members.refuseFaults();
        OwnerLimits own = limits.set(user, weight == null ? 1 : weight, maxRunning, maxWaiting);
        LOG.log(Level.INFO, "{0} set the limits of user {1}", by, user);
        List<String> all = queues.names();
        all.forEach(wakeUps::wake);
        return view(own.weight(), own.maxRunning(), own.maxWaiting());
    }

    private void refuseUnknown(UUID user) {
        if (accounts.known(user.toString()).isEmpty()) {
            throw new UserNotFound(user);
        }
    }

    private static String view(int weight, Integer maxRunning, Integer maxWaiting) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("weight", weight);
        addOrNull(json, "maxRunning", maxRunning);
        addOrNull(json, "maxWaiting", maxWaiting);
        return json.build().toString();
    }

    private static void addOrNull(JsonObjectBuilder json, String name, Integer value) {
        if (value == null) {
            json.addNull(name);
        } else {
            json.add(name, value);
        }
    }
}
