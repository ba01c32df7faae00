package dev.millrace.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.account.Accounts;
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

    @Inject
    private Accounts accounts;

    /**
     * @param owner whose tasks, null = anybody's; then each says whose it is
     * @param before only tasks older than this one, or null
     * @return {@code {"items": […], "nextCursor": …}}, newest first
     */
    public String page(UUID owner, TaskFilter filter, UUID before, int limit) {
        Page<Task> page = Page.of(find.matching(owner, filter, before, limit), limit, Task::id);
        Map<UUID, String> names = names(owner, page.items());
        return page.toJson(task -> TaskView.of(task, submission.notice(task), names.get(task.owner())));
    }

    /**
     * @param owner whose task it must be, null = anybody's; then it says whose it is
     * @return the task with its timeline and all its JSON
     * @throws TaskNotFound if {@code owner} has no such task
     */
    public String detail(UUID owner, UUID id) {
        FindTasks.Story story = find.story(owner, id);
        Task task = story.task();
        return TaskView.of(
                story, submission.notice(task), names(owner, List.of(task)).get(task.owner()));
    }

    private Map<UUID, String> names(UUID owner, List<Task> tasks) {
        return owner != null
                ? Map.of()
                : accounts.usernames(tasks.stream().map(Task::owner).collect(Collectors.toSet()));
    }
}
