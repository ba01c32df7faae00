package dev.millrace.worker.execution;

import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.testhandlers.Echo;
import dev.millrace.testhandlers.Sleep;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class OrdersTest {
    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(new Echo(), new Sleep());

    @Test
    void a_quiet_worker_finishes_running_tasks_and_accepts_none_until_it_resumes() {
        Claim running = testBed.dispatch("sleep", "500");
        testBed.awaitStart(running);

        orderUntilObeyed(WorkerOrder.Kind.QUIET, true);
        Claim waiting = testBed.dispatch("echo", "x");

        assertThat(testBed.outcome(running)).containsEntry("kind", "succeeded");
        assertThat(testBed.kinds(waiting)).doesNotContain("started");
        orderUntilObeyed(WorkerOrder.Kind.RESUME, false);
        assertThat(testBed.outcome(testBed.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
    }

    @Test
    void an_order_to_another_worker_is_ignored() throws Exception {
        testBed.eventually().until(() -> subscribers() == 1);

        testBed.redis().publish(RedisNames.WORKER_ORDERS, "w-other quiet");
        testBed.redis().publish(RedisNames.WORKER_ORDERS, "nonsense");

        assertThat(testBed.outcome(testBed.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
        assertThat(testBed.heartbeat().quiet()).isFalse();
    }

    @Test
    void orders_arrive_again_after_the_connection_was_lost() {
        testBed.eventually().until(() -> subscribers() == 1);
        Claim claim = testBed.dispatch("sleep", "x");
        testBed.awaitStart(claim);

        testBed.cutConnections("pubsub");
        testBed.eventually().until(() -> subscribers() == 1);
        testBed.orderToStop(claim);

        assertThat(testBed.outcome(claim)).containsEntry("kind", "cancelled");
    }

    @Test
    void an_order_that_precedes_its_task_takes_effect_when_the_task_arrives() {
        testBed.eventually().until(() -> subscribers() == 1);
        var dispatch = new TaskDispatch(new Claim(UUID.randomUUID(), 1), "sleep", 1, "{\"text\":\"x\"}", null);
        testBed.orderToStop(dispatch.claim());
        Claim earlier = testBed.dispatch("sleep", "x");
        testBed.awaitStart(earlier);
        testBed.orderToStop(earlier);
        testBed.outcome(earlier);

        testBed.dispatch(RedisTestBed.QUEUE, dispatch);

        assertThat(testBed.outcome(dispatch.claim())).containsEntry("kind", "cancelled");
        assertThat(testBed.kinds(dispatch.claim())).doesNotContain("started");
    }

    @Test
    void a_heartbeat_has_the_load_of_the_process() throws Exception {
        testBed.eventually().until(() -> testBed.heartbeat().load() != null);

        assertThat(testBed.heartbeat().load().memoryUsed())
                .isPositive()
                .isLessThan(testBed.heartbeat().load().memoryMax());
    }

    private void orderUntilObeyed(WorkerOrder.Kind kind, boolean quiet) {
        testBed.eventually().until(() -> {
            testBed.order(kind);
            return testBed.heartbeat().quiet() == quiet;
        });
    }

    private long subscribers() {
        return testBed.redis().publish(RedisNames.STOP_ORDERS, "00000000-0000-0000-0000-000000000000:1");
    }
}
