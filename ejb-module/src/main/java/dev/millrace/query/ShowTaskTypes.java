package dev.millrace.query;

import java.io.StringWriter;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.CompiledTaskType;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.TaskNotices;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.json.Json;

/** The catalogue as JSON text. */
@ApplicationScoped
public class ShowTaskTypes {
    private Catalogue catalogue;
    private LiveWorkers workers;
    private TaskNotices notices;

    /** For the container. */
    protected ShowTaskTypes() {}

    @Inject
    ShowTaskTypes(Catalogue catalogue, LiveWorkers workers, TaskNotices notices) {
        this.catalogue = catalogue;
        this.workers = workers;
        this.notices = notices;
    }

    /** @return {@code {"items": […]}}, by name, without hidden ones */
    public String all() {
        List<String> items = catalogue.offered().stream().map(this::view).toList();
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    /** @throws dev.millrace.catalogue.UnknownTaskType if there is none of this name */
    public String named(String name) {
        return view(catalogue.get(name));
    }

    private String view(CompiledTaskType known) {
        TaskTypeAnnouncement type = known.announcement();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            json.write("name", type.name());
            json.write("title", type.title());
            json.write("description", type.description());
            json.write("queue", type.queue());
            if (type.timeout() == null) {
                json.writeNull("timeoutSeconds");
            } else {
                json.write("timeoutSeconds", type.timeout().toMillis() / 1000.0);
            }
            json.write("maxAttempts", type.maxAttempts());
            json.write("workersOnline", workers.countOffering(type.name()));
            json.write("hidden", catalogue.isHidden(type.name()));
            json.writeStartArray("queues");
            workers.queuesOf(type.name()).forEach((queue, count) -> {
                json.writeStartObject();
                json.write("name", queue);
                json.write("workers", count);
                json.writeEnd();
            });
            json.writeEnd();
            String notice = notices.noticeForType(type.name(), type.queue());
            if (notice == null) {
                json.writeNull("notice");
            } else {
                json.write("notice", notice);
            }
            json.writeEnd();
        }
        text.getBuffer().setLength(text.getBuffer().length() - 1);
        return text.append(",\"parametersSchema\":")
                .append(type.parametersSchema())
                .append(",\"resultSchema\":")
                .append(type.resultSchema())
                .append(",\"example\":")
                .append(type.example())
                .append('}')
                .toString();
    }
}
