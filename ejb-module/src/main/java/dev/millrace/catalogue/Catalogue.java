package dev.millrace.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.limit.TypeLimit;
import dev.millrace.platform.node.NodeLog;

/** The task types as requests see them: read from SQL at most once a second, their schemas compiled once. */
@ApplicationScoped
public class Catalogue {
    private static final Logger LOG = NodeLog.of(Catalogue.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    private TaskTypes types;

    @Inject
    private Clock clock;

    private volatile CatalogueSnapshot edition =
            new CatalogueSnapshot(Instant.MIN, List.of(), Map.of(), Map.of(), Set.of());

    private record CatalogueSnapshot(
            Instant at,
            List<CompiledTaskType> all,
            Map<String, CompiledTaskType> byName,
            Map<String, TypeLimit> limits,
            Set<String> hidden) {}

    public Catalogue() {}

    Catalogue(TaskTypes types, Clock clock) {
        this.types = types;
        this.clock = clock;
    }

    /** @return every type, by name */
    public List<CompiledTaskType> all() {
        return current().all();
    }

    /** @return those that no admin has hidden, by name */
    public List<CompiledTaskType> offered() {
        CatalogueSnapshot present = current();
        return present.all().stream()
                .filter(type -> !present.hidden().contains(type.announcement().name()))
                .toList();
    }

    /** @return whether an admin has hidden the type */
    public boolean isHidden(String name) {
        return current().hidden().contains(name);
    }

    /**
     * A type of which a task is wanted.
     *
     * @throws UnknownTaskType if there is none of this name
     * @throws TaskTypeHidden if an admin has hidden it
     */
    public CompiledTaskType wanted(String name) {
        CompiledTaskType type = named(name);
        if (isHidden(name)) {
            throw new TaskTypeHidden(name);
        }
        return type;
    }

    /** @throws UnknownTaskType if there is none of this name */
    public CompiledTaskType named(String name) {
        CompiledTaskType type = current().byName().get(name);
        if (type == null) {
            throw new UnknownTaskType(name);
        }
        return type;
    }

    /** @return the limits of the types that have some, by name */
    public Map<String, TypeLimit> limits() {
        return current().limits();
    }

    /** Forgets what it has read, after something was learned on this node. */
    public void refresh() {
        CatalogueSnapshot last = edition;
        edition = new CatalogueSnapshot(Instant.MIN, last.all(), last.byName(), last.limits(), last.hidden());
    }

    private CatalogueSnapshot current() {
        CatalogueSnapshot present = edition;
        Instant now = clock.instant();
        if (present.at().isAfter(now.minus(FRESH))) {
            return present;
        }
        List<CompiledTaskType> all = types.all().stream()
                .map(announcement -> known(announcement, present))
                .filter(Objects::nonNull)
                .toList();
        CatalogueSnapshot next = new CatalogueSnapshot(
                now,
                all,
                all.stream()
                        .collect(Collectors.toMap(type -> type.announcement().name(), Function.identity())),
                all.stream()
                        .filter(type -> type.limit() != null)
                        .collect(Collectors.toMap(type -> type.announcement().name(), CompiledTaskType::limit)),
                types.hidden());
        edition = next;
        return next;
    }

    /** @return null if its schema does not compile; such types are refused now, but may have been taken earlier */
    private static CompiledTaskType known(TaskTypeAnnouncement announcement, CatalogueSnapshot present) {
        CompiledTaskType known = present.byName().get(announcement.name());
        if (known != null && known.announcement().equals(announcement)) {
            return known;
        }
        try {
            return new CompiledTaskType(announcement);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.DEBUG, "leaves out task type " + announcement.name(), e);
            return null;
        }
    }
}
