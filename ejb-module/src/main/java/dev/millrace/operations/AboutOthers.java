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

import dev.millrace.audit.Action;
import dev.millrace.audit.Actor;
import dev.millrace.audit.Deed;
import dev.millrace.audit.Subject;
import dev.millrace.task.Task;

/** What the audit log says of what somebody did to the tasks of others. */
final class AboutOthers {
    private static final int MOST_NAMED = 5;

    private AboutOthers() {}

    /**
     * @param usernames gives the names of users
     * @return empty if they are all the person's own
     */
    static Optional<Deed> deed(
            Actor by, Action action, List<Task> changed, Function<Set<UUID>, Map<UUID, String>> usernames) {
        List<Task> others =
                changed.stream().filter(task -> !task.owner().equals(by.id())).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> owners = others.stream().map(Task::owner).collect(Collectors.toSet());
        String whose = some(others.stream().map(Task::type)) + " of " + some(usernames.apply(owners).values().stream());
        String ids = some(others.stream().map(task -> task.id().toString()));
        return Optional.of(
                others.size() == 1
                        ? new Deed(action, new Subject(Subject.Kind.TASK, ids), whose)
                        : new Deed(
                                action, new Subject(Subject.Kind.TASKS, others.size() + " tasks"), whose + ": " + ids));
    }

    private static String some(Stream<String> names) {
        Set<String> all = names.collect(Collectors.toCollection(TreeSet::new));
        return all.stream()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", ", "", all.size() > MOST_NAMED ? ", …" : ""));
    }
}
