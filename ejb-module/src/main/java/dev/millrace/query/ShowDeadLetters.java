package dev.millrace.query;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.platform.json.Json;
import dev.millrace.task.DeadLetters;
import dev.millrace.task.TaskView;

/** The dead letters as JSON text. */
@ApplicationScoped
public class ShowDeadLetters {
    private DeadLetters deadLetters;

    /** For the container. */
    protected ShowDeadLetters() {}

    @Inject
    ShowDeadLetters(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** @return {@code {"groups": [{"type", "errorType", "count", "newest"}]}}, the largest first */
    public String groups() {
        List<String> groups =
                deadLetters.groups().stream().map(ShowDeadLetters::view).toList();
        return "{\"groups\":[" + String.join(",", groups) + "]}";
    }

    private static String view(DeadLetters.Group group) {
        String counts = Json.createObjectBuilder()
                .add("type", group.type())
                .add("errorType", group.errorType())
                .add("count", group.count())
                .build()
                .toString();
        return counts.substring(0, counts.length() - 1) + ",\"newest\":" + TaskView.of(group.newest()) + "}";
    }
}
