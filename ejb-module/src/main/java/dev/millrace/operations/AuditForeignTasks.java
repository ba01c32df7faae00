package dev.millrace.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.task.Task;

/** Describes, for the audit log, an action on tasks of other users. */
final class AuditForeignTasks {
    private static final int MAX_NAMED = 5;

    private AuditForeignTasks() {}

    /**
     * @param usernames gives the names of users
     * @return empty if all are the actor's own
     */
    static Optional<AuditedAction> actionOnForeignTasks(
            Actor by, ActionKind action, List<Task> changed, Function<Set<UUID>, Map<UUID, String>> usernames) {
        List<Task> others =
                changed.stream().filter(task -> !task.owner().equals(by.id())).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> owners = others.stream().map(Task::owner).collect(Collectors.toSet());
        String whose = firstNames(others.stream().map(Task::type)) + " of "
                + firstNames(usernames.apply(owners).values().stream());
        String ids = firstNames(others.stream().map(task -> task.id().toString()));
        return Optional.of(
                others.size() == 1
                        ? new AuditedAction(action, new AuditTarget(AuditTarget.Kind.TASK, ids), whose)
                        : new AuditedAction(
                                action,
                                new AuditTarget(AuditTarget.Kind.TASKS, others.size() + " tasks"),
                                whose + ": " + ids));
    }

    private static String firstNames(Stream<String> names) {
        Set<String> all = names.collect(Collectors.toCollection(TreeSet::new));
        return all.stream().limit(MAX_NAMED).collect(Collectors.joining(", ", "", all.size() > MAX_NAMED ? ", …" : ""));
    }
}
