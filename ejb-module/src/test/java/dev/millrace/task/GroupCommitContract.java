package dev.millrace.task;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Requests that arrive during a write are written together, and none of them suffers for it; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GroupCommitContract {
    private static final int OTHERS = 3;

    private final TestDatabase database;
    private final TaskRecords records;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private String queue;

    GroupCommitContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @BeforeEach
    void aNewQueue() {
        queue = records.aQueue();
        threads.clear();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_single_request_is_written_at_once() {
        TransactionalSubmissions submit = new TransactionalSubmissions(database);

        List<Task> tasks = new GroupCommit(submit.taskFactory(), submit)
                .submit(UUID.randomUUID(), List.of(plan("a"), plan("b")), NOW);

        assertThat(tasks).extracting(Task::type).containsExactly("a", "b");
        assertThat(submit.requests()).containsExactly(1);
        assertThat(written()).isEqualTo(2);
    }

    @Test
    void submissions_during_a_commit_are_committed_together() {
        CountDownLatch open = new CountDownLatch(1);
        TransactionalSubmissions submit = new TransactionalSubmissions(database);
        GroupCommit together = heldUpBy(open, submit);

        CompletableFuture<Task> first = submitting(together, plan("first"));
        awaitWaiting(1);
        List<CompletableFuture<Task>> others = List.of(
                submitting(together, plan("a")), submitting(together, plan("b")), submitting(together, plan("c")));
        awaitWaiting(1 + OTHERS);
        open.countDown();

        assertThat(first.join().type()).isEqualTo("first");
        assertThat(others.stream().map(CompletableFuture::join))
                .extracting(Task::type)
                .containsExactly("a", "b", "c");
        assertThat(submit.requests()).containsExactly(1, OTHERS);
        assertThat(written()).isEqualTo(1 + OTHERS);
    }

    @Test
    void only_the_request_that_cannot_be_written_fails() {
        CountDownLatch open = new CountDownLatch(1);
        GroupCommit together = heldUpBy(open, new TransactionalSubmissions(database));

        CompletableFuture<Task> first = submitting(together, plan("first"));
        awaitWaiting(1);
        CompletableFuture<Task> bad = submitting(together, plan("too long".repeat(100)));
        List<CompletableFuture<Task>> good = List.of(submitting(together, plan("a")), submitting(together, plan("b")));
        awaitWaiting(1 + OTHERS);
        open.countDown();

        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class);
        assertThat(first.join().type()).isEqualTo("first");
        assertThat(good.stream().map(CompletableFuture::join))
                .extracting(Task::type)
                .containsExactly("a", "b");
        assertThat(written()).isEqualTo(OTHERS);
    }

    @Test
    void a_stuck_request_does_not_block_the_others_forever() {
        CountDownLatch open = new CountDownLatch(1);
        TransactionalSubmissions submit = new TransactionalSubmissions(database);
        AtomicBoolean first = new AtomicBoolean(true);
        GroupCommit together = new GroupCommit(submit.taskFactory(), new Passing(submit, () -> {
            if (first.getAndSet(false)) {
                awaitUninterrupted(open);
            }
        }));

        CompletableFuture<Task> stuck = submitting(together, plan("stuck"));
        awaitWaiting(1);

        assertThat(submitting(together, plan("next")).join().type()).isEqualTo("next");
        assertThat(stuck).isNotDone();
        open.countDown();
        assertThat(stuck.join().type()).isEqualTo("stuck");
        assertThat(written()).isEqualTo(2);
    }

    /** The same, but its first transaction starts only when the latch is open. */
    private static GroupCommit heldUpBy(CountDownLatch open, TransactionalSubmissions submit) {
        return new GroupCommit(submit.taskFactory(), new Passing(submit, () -> awaitUninterrupted(open)));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs an action before each transaction. */
    private static final class Passing extends InsertTasks {
        private final TransactionalSubmissions submit;
        private final Runnable before;

        Passing(TransactionalSubmissions submit, Runnable before) {
            this.submit = submit;
            this.before = before;
        }

        @Override
        public void insertAll(List<Map<Task, TaskPlan>> made) {
            before.run();
            submit.insertAll(made);
        }
    }

    private CompletableFuture<Task> submitting(GroupCommit together, TaskPlan plan) {
        return CompletableFuture.supplyAsync(
                () -> together.submit(UUID.randomUUID(), List.of(plan), NOW).get(0), run -> {
                    Thread thread = new Thread(run);
                    threads.add(thread);
                    thread.start();
                });
    }

    private void awaitWaiting(int number) {
        await().until(() -> threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count()
                == number);
    }

    private TaskPlan plan(String type) {
        return aTask().ofType(type).in(queue).plan();
    }

    private long written() {
        return database.inTransaction(
                em -> em.createQuery("select count(t) from Task t where t.queue = :queue", Long.class)
                        .setParameter("queue", queue)
                        .getSingleResult());
    }
}
