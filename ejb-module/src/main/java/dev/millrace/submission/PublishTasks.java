package dev.millrace.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.task.InsertTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskLifecycle;

/** Makes committed tasks known: to their owners, to the dispatchers and to listeners on this node. */
@ApplicationScoped
public class PublishTasks {
    private TaskNotices notices;
    private UserEventPublisher events;
    private TaskLifecycle lifecycle;
    private WakeUpSender wakeUps;

    /** For the container. */
    protected PublishTasks() {}

    @Inject
    PublishTasks(TaskNotices notices, UserEventPublisher events, TaskLifecycle lifecycle, WakeUpSender wakeUps) {
        this.notices = notices;
        this.events = events;
        this.lifecycle = lifecycle;
        this.wakeUps = wakeUps;
    }

    /**
     * Publishes the new ones, after their commit. Never waits, never fails.
     *
     * @return all of them in order, as JSON
     */
    public List<Submission.Accepted> publishNew(List<InsertTasks.SubmittedTask> submitted) {
        Map<UUID, Submission.Accepted> published = publish(submitted.stream()
                        .filter(InsertTasks.SubmittedTask::isNew)
                        .map(InsertTasks.SubmittedTask::task)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Submission.Accepted::id, Function.identity()));
        return submitted.stream()
                .map(InsertTasks.SubmittedTask::task)
                .map(task -> published.computeIfAbsent(
                        task.id(), id -> new Submission.Accepted(id, TaskView.of(task, notices.noticeFor(task)))))
                .toList();
    }

    /**
     * Publishes committed tasks: lifecycle events, events for their owners, wake-ups for the dispatchers. Never waits, never
     * fails.
     *
     * @return all of them in order, as JSON
     */
    public List<Submission.Accepted> publish(List<Task> tasks) {
        List<TaskEvent> taskEvents = tasks.stream()
                .map(task -> new TaskEvent(
                        task.owner(),
                        task.state().eventKind(),
                        task.id(),
                        task.createdAt(),
                        TaskView.of(task, notices.noticeFor(task))))
                .toList();
        lifecycle.submitted(tasks);
        events.appendAsync(taskEvents);
        tasks.stream().map(Task::queue).distinct().forEach(wakeUps::workAvailable);
        return taskEvents.stream()
                .map(event -> new Submission.Accepted(event.taskId(), event.data()))
                .toList();
    }
}
