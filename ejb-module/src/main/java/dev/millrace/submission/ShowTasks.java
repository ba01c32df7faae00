package dev.millrace.submission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.page.Page;
import dev.millrace.task.FindTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskNotFound;
import dev.millrace.task.TaskView;

/** A user's tasks as JSON text. */
@ApplicationScoped
public class ShowTasks {
    @Inject
    private FindTasks find;

    @Inject
    private Submission submission;

    /**
     * @param owner whose tasks, null = anybody's
     * @param before only tasks older than this one, or null
     * @return {@code {"items": […], "nextCursor": …}}, newest first
     */
    public String page(UUID owner, TaskFilter filter, UUID before, int limit) {
        return Page.of(find.matching(owner, filter, before, limit), limit, Task::id)
                .toJson(task -> TaskView.of(task, submission.notice(task)));
    }

    /**
     * @return the task with its timeline and all its JSON
     * @throws TaskNotFound if {@code owner} has no such task
     */
    public String detail(UUID owner, UUID id) {
        FindTasks.Story story = find.story(owner, id);
        return TaskView.of(story, submission.notice(story.task()));
    }
}
