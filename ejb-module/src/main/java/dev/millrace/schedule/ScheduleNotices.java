package dev.millrace.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.TaskNotices;
import dev.millrace.catalogue.TaskTypeHidden;
import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.request.TaskRequest;
import dev.millrace.task.QueueModes;

/** Warns before a run starts that its task would wait, or could not start at all. */
@ApplicationScoped
public class ScheduleNotices {
    private Catalogue catalogue;
    private QueueModes queues;
    private TaskNotices notices;

    /** For the container. */
    protected ScheduleNotices() {}

    @Inject
    ScheduleNotices(Catalogue catalogue, QueueModes queues, TaskNotices notices) {
        this.catalogue = catalogue;
        this.queues = queues;
        this.notices = notices;
    }

    /** @return null if there is no warning */
    String of(TaskRequest request) {
        try {
            String own =
                    catalogue.getOffered(request.type(), "/type").announcement().queue();
            String queue = request.queue() == null ? own : request.queue();
            return queues.isDeclared(queue)
                    ? notices.noticeForQueue(request.type(), queue)
                    : "The queue '" + queue + "' is not declared, so its runs are rejected.";
        } catch (UnknownTaskType | TaskTypeHidden e) {
            return e.getMessage() + " Its runs are rejected.";
        }
    }
}
