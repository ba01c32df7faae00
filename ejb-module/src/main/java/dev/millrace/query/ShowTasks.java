package dev.millrace.query;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.account.Accounts;
import dev.millrace.catalogue.TaskNotices;
import dev.millrace.platform.page.Page;
import dev.millrace.task.Task;
import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskNotFound;
import dev.millrace.task.TaskView;
import dev.millrace.task.Tasks;

/** Tasks as JSON text: a user's own, or those of all users. */
@ApplicationScoped
public class ShowTasks {
    private Tasks find;
    private TaskNotices notices;
    private Accounts accounts;

    /** For the container. */
    protected ShowTasks() {}

    @Inject
    ShowTasks(Tasks find, TaskNotices notices, Accounts accounts) {
        this.find = find;
        this.notices = notices;
        this.accounts = accounts;
    }

    /**
     * A user's own tasks.
     *
     * @param before only tasks older than this one, or null
     * @return {@code {"items": […], "nextCursor": …}}, newest first
     */
    public String page(UUID owner, TaskFilter filter, UUID before, int limit) {
        return found(owner, filter, before, limit).toJson(task -> TaskView.of(task, notices.noticeFor(task)));
    }

    /**
     * Tasks for users who may see all; each has its owner.
     *
     * @param owner of the tasks, null = all users; otherwise as {@link #page}
     */
    public String pageOfAll(UUID owner, TaskFilter filter, UUID before, int limit) {
        Page<Task> page = found(owner, filter, before, limit);
        Map<UUID, String> names = names(page.items());
        return page.toJson(task -> TaskView.of(task, notices.noticeFor(task), names.get(task.owner())));
    }

    private Page<Task> found(UUID owner, TaskFilter filter, UUID before, int limit) {
        return Page.of(find.findMatching(owner, filter, before, limit), limit, Task::id);
    }

    /**
     * @param owner of the task; null = any user, then the task has its owner
     * @return the task with its timeline and all its JSON
     * @throws TaskNotFound if {@code owner} has no such task
     */
    public String detail(UUID owner, UUID id) {
        Tasks.TaskDetail detail = find.findDetail(owner, id);
        Task task = detail.task();
        String ownerName = owner == null ? names(List.of(task)).get(task.owner()) : null;
        return TaskView.of(detail, notices.noticeFor(task), ownerName);
    }

    private Map<UUID, String> names(List<Task> tasks) {
        return accounts.usernames(tasks.stream().map(Task::owner).collect(Collectors.toSet()));
    }
}
