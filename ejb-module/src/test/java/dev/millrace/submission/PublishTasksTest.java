package dev.millrace.submission;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.task.InsertTasks.SubmittedTask;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.lifecycle.TaskLifecycle;
import dev.millrace.task.lifecycle.TaskLifecycleEvent;

import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

class PublishTasksTest {
    private final List<TaskEvent> events = new ArrayList<>();
    private final List<TaskLifecycleEvent> lifecycle = new ArrayList<>();
    private final List<String> woken = new ArrayList<>();

    private final PublishTasks publishTasks = new PublishTasks(
            new TaskNotices() {
                @Override
                public String noticeFor(Task task) {
                    return "Waiting for a worker.";
                }
            },
            new UserEventPublisher() {
                @Override
                public void appendAsync(List<TaskEvent> added) {
                    events.addAll(added);
                }
            },
            new TaskLifecycle(lifecycle::add),
            new WakeUpSender() {
                @Override
                public void workAvailable(String queue) {
                    woken.add(queue);
                }
            });

    @Test
    void a_new_task_notifies_its_owner_and_listeners_and_wakes_its_queue_once() {
        Task one = aTask().waiting();
        Task other = aTask().waiting();

        List<Submission.Accepted> accepted =
                publishTasks.publishNew(List.of(new SubmittedTask(one, true), new SubmittedTask(other, true)));

        assertThat(accepted).extracting(Submission.Accepted::id).containsExactly(one.id(), other.id());
        assertThat(events).extracting(TaskEvent::taskId).containsExactly(one.id(), other.id());
        assertThat(events).extracting(TaskEvent::data).allMatch(data -> data.contains("Waiting for a worker."));
        assertThat(lifecycle).hasSize(2).hasOnlyElementsOfType(TaskLifecycleEvent.Submitted.class);
        assertThat(woken).containsExactly(one.queue());
    }

    @Test
    void a_task_of_an_earlier_request_is_returned_and_not_published_again() {
        Task earlier = aTask().waiting();
        Task made = aTask().waiting();

        List<Submission.Accepted> accepted =
                publishTasks.publishNew(List.of(new SubmittedTask(earlier, false), new SubmittedTask(made, true)));

        assertThat(accepted).extracting(Submission.Accepted::id).containsExactly(earlier.id(), made.id());
        assertThat(accepted.get(0).json()).contains("Waiting for a worker.");
        assertThat(events).extracting(TaskEvent::taskId).containsExactly(made.id());
        assertThat(lifecycle).hasSize(1);
    }
}
