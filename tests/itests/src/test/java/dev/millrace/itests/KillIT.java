package dev.millrace.itests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.server.Stack;

/** The test kills each part as by {@code kill -9} amid two hundred tasks and starts it again. */
@TestInstance(Lifecycle.PER_CLASS)
class KillIT {
    private final Stack stack = Stack.of("kill");

    @BeforeAll
    void start() {
        stack.start();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void a_killed_worker_costs_no_task() {
        Backlog backlog = halfFinishedBacklog();

        stack.worker().kill();
        stack.worker().start();

        backlog.awaitEachFinishedOnce();
    }

    @Test
    void a_killed_workers_tasks_are_finished_by_another() {
        stack.addWorker().start();
        Backlog backlog = halfFinishedBacklog();

        stack.worker().kill();

        backlog.awaitEachFinishedOnce();
        stack.worker().start();
    }

    @Test
    void a_killed_redis_costs_no_task() {
        Backlog backlog = halfFinishedBacklog();

        stack.redis().kill();
        stack.redis().start();

        backlog.awaitEachFinishedOnce();
    }

    @Test
    void a_wiped_redis_loses_no_task() {
        Backlog backlog = halfFinishedBacklog();

        stack.redis().kill();
        stack.redis().wipeDisk();
        stack.redis().start();

        backlog.awaitEachFinishedOnce();
    }

    @Test
    void a_wiped_redis_costs_no_task() {
        Backlog backlog = halfFinishedBacklog();

        stack.redis().ask(redis -> redis.flushAll());

        backlog.awaitEachFinishedOnce();
    }

    @Test
    void a_killed_server_costs_no_task() {
        Backlog backlog = halfFinishedBacklog();

        stack.server().kill();
        stack.server().start();

        backlog.awaitEachFinishedOnce();
    }

    private Backlog halfFinishedBacklog() {
        Backlog backlog =
                Backlog.submittedBy(ApiClient.at(stack.server().address()).signedIn());
        backlog.awaitHalfFinished();
        return backlog;
    }
}
