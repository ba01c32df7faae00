package dev.millrace.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.TaskType;
import dev.millrace.catalogue.TaskTypeOffered;
import dev.millrace.catalogue.TaskTypes;
import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.node.NodeLog;

/** The task types as admins see, hide and delete them. Tasks remain when their type is deleted. */
@ApplicationScoped
public class TaskTypeOperations {
    private static final Logger LOG = NodeLog.of(TaskTypeOperations.class);

    private TaskTypes types;
    private Catalogue catalogue;
    private LiveWorkers workers;
    private AuditLog audit;

    /** For the container. */
    protected TaskTypeOperations() {}

    @Inject
    TaskTypeOperations(TaskTypes types, Catalogue catalogue, LiveWorkers workers, AuditLog audit) {
        this.types = types;
        this.catalogue = catalogue;
        this.workers = workers;
        this.audit = audit;
    }

    /** @return {@code {"items": […]}}, by name, hidden ones too */
    public String all() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        types.rows().forEach(type -> items.add(view(type)));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    /**
     * The catalogue offers the type no more and rejects its tasks, until a worker announces it again.
     *
     * @return the type after the change
     * @throws UnknownTaskType if there is none of this name
     * @throws TaskTypeOffered if a live worker offers it
     */
    public String hide(String name, Actor by) {
        throwIfOffered(name);
        return applyAndShow(ActionKind.TYPE_HIDE, name, by, type -> types.setHidden(name, true));
    }

    /** @throws UnknownTaskType if there is none of this name */
    public String show(String name, Actor by) {
        return applyAndShow(ActionKind.TYPE_SHOW, name, by, type -> types.setHidden(name, false));
    }

    /** Deletes the type. A worker's next announcement adds it again. Errors as for {@link #hide}. */
    public void delete(String name, Actor by) {
        throwIfOffered(name);
        runAudited(ActionKind.TYPE_DELETE, name, by, types::delete);
    }

    private void throwIfOffered(String name) {
        boolean offered = workers.latest().stream()
                .anyMatch(heartbeat -> heartbeat.types().contains(name));
        if (offered) {
            throw new TaskTypeOffered();
        }
    }

    private String applyAndShow(ActionKind action, String name, Actor by, Consumer<String> change) {
        runAudited(action, name, by, change);
        return types.rows().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .map(type -> view(type).build().toString())
                .orElseThrow(UnknownTaskType::new);
    }

    private void runAudited(ActionKind action, String name, Actor by, Consumer<String> change) {
        AuditedAction audited = new AuditedAction(action, new AuditTarget(AuditTarget.Kind.TYPE, name), null);
        audit.recordAround(
                by,
                () -> {
                    change.accept(name);
                    return name;
                },
                done -> Optional.of(audited));
        catalogue.refresh();
        LOG.log(Level.INFO, "Changed task type {0}: {1}; user {2}", name, action.text(), by.username());
    }

    private JsonObjectBuilder view(TaskType type) {
        return Json.createObjectBuilder()
                .add("name", type.name())
                .add("title", type.title())
                .add("queue", type.queue())
                .add("workersOnline", workers.countOffering(type.name()))
                .add("hidden", type.isHidden())
                .add("announcedAt", type.announcedAt().toString())
                .add("offeredAt", type.offeredAt().toString());
    }
}
