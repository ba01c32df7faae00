package dev.millrace.submission;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
        List<Task> found = find.matching(owner, filter, before, limit);
        boolean more = found.size() > limit;
        List<Task> shown = more ? found.subList(0, limit) : found;
        String cursor = more ? "\"" + shown.get(shown.size() - 1).id() + "\"" : "null";
        List<String> items = shown.stream()
                .map(task -> TaskView.of(task, submission.notice(task)))
                .toList();
        return "{\"items\":[" + String.join(",", items) + "],\"nextCursor\":" + cursor + "}";
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
