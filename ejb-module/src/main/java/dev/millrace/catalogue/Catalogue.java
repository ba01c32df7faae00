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

/**
 * The task types as requests see them: it reads them from SQL at most once a second, and compiles their schemas once.
 */
@ApplicationScoped
public class Catalogue {
    private static final Logger LOG = NodeLog.of(Catalogue.class);
    private static final Duration CACHE_TTL = Duration.ofSeconds(1);

    private TaskTypes types;
    private Clock clock;

    private volatile CatalogueSnapshot snapshot =
            new CatalogueSnapshot(Instant.MIN, List.of(), Map.of(), Map.of(), Set.of());

    private record CatalogueSnapshot(
            Instant at,
            List<CompiledTaskType> all,
            Map<String, CompiledTaskType> byName,
            Map<String, TypeLimit> limits,
            Set<String> hidden) {}

    /** For the container. */
    protected Catalogue() {}

    @Inject
    Catalogue(TaskTypes types, Clock clock) {
        this.types = types;
        this.clock = clock;
    }

    /** @return every type, by name */
    public List<CompiledTaskType> all() {
        return current().all();
    }

    /** @return the types that no admin has hidden, by name */
    public List<CompiledTaskType> offered() {
        CatalogueSnapshot current = current();
        return current.all().stream()
                .filter(type -> !current.hidden().contains(type.announcement().name()))
                .toList();
    }

    /** @return whether an admin has hidden the type */
    public boolean isHidden(String name) {
        return current().hidden().contains(name);
    }

    /**
     * Finds the type of a request.
     *
     * @param pointer JSON Pointer to the name in the request's body
     * @throws UnknownTaskType if there is none of this name
     * @throws TaskTypeHidden if an admin has hidden it
     */
    public CompiledTaskType getOffered(String name, String pointer) {
        CompiledTaskType type = current().byName().get(name);
        if (type == null) {
            throw new UnknownTaskType(pointer);
        }
        if (isHidden(name)) {
            throw new TaskTypeHidden(pointer);
        }
        return type;
    }

    /** @throws UnknownTaskType if there is none of this name */
    public CompiledTaskType get(String name) {
        CompiledTaskType type = current().byName().get(name);
        if (type == null) {
            throw new UnknownTaskType();
        }
        return type;
    }

    /** @return the limits of the types with limits, by name */
    public Map<String, TypeLimit> limits() {
        return current().limits();
    }

    /** Drops the cached types, after this node has saved a change. */
    public void refresh() {
        CatalogueSnapshot cached = snapshot;
        snapshot = new CatalogueSnapshot(Instant.MIN, cached.all(), cached.byName(), cached.limits(), cached.hidden());
    }

    private CatalogueSnapshot current() {
        CatalogueSnapshot cached = snapshot;
        Instant now = clock.instant();
        if (cached.at().isAfter(now.minus(CACHE_TTL))) {
            return cached;
        }
        List<CompiledTaskType> all = types.all().stream()
                .map(announcement -> compile(announcement, cached))
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
        snapshot = next;
        return next;
    }

    /** @return null if its schema does not compile; such types are rejected now, but were accepted by earlier versions */
    private static CompiledTaskType compile(TaskTypeAnnouncement announcement, CatalogueSnapshot cached) {
        CompiledTaskType compiled = cached.byName().get(announcement.name());
        if (compiled != null && compiled.announcement().equals(announcement)) {
            return compiled;
        }
        try {
            return new CompiledTaskType(announcement);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.DEBUG, "Skipped task type " + announcement.name() + ": its schema does not compile", e);
            return null;
        }
    }
}
