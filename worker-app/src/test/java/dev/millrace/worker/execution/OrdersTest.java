package dev.millrace.worker.execution;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.testhandlers.Echo;
import dev.millrace.testhandlers.Sleep;

import static org.assertj.core.api.Assertions.assertThat;

class OrdersTest {
    @RegisterExtension
    final WorkerTestBed bench = new WorkerTestBed(new Echo(), new Sleep());

    @Test
    void a_quiet_worker_finishes_what_runs_and_takes_nothing_until_it_resumes() {
        Claim running = bench.dispatch("sleep", "500");
        bench.awaitStart(running);

        orderUntilHeard(WorkerOrder.Kind.QUIET, true);
        Claim waiting = bench.dispatch("echo", "x");

        assertThat(bench.outcome(running)).containsEntry("kind", "succeeded");
        assertThat(bench.kinds(waiting)).doesNotContain("started");
        orderUntilHeard(WorkerOrder.Kind.RESUME, false);
        assertThat(bench.outcome(bench.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
    }

    @Test
    void an_order_to_another_worker_is_not_obeyed() throws Exception {
        bench.soon().until(() -> subscribers() == 1);

        bench.redis().publish(RedisNames.WORKER_ORDERS, "w-other quiet");
        bench.redis().publish(RedisNames.WORKER_ORDERS, "nonsense");

        assertThat(bench.outcome(bench.dispatch("echo", "x"))).containsEntry("kind", "succeeded");
        assertThat(bench.heartbeat().quiet()).isFalse();
    }

    @Test
    void orders_are_heard_again_after_the_connection_was_lost() {
        bench.soon().until(() -> subscribers() == 1);
        Claim claim = bench.dispatch("sleep", "x");
        bench.awaitStart(claim);

        bench.cutConnections("pubsub");
        bench.soon().until(() -> subscribers() == 1);
        bench.orderToStop(claim);

        assertThat(bench.outcome(claim)).containsEntry("kind", "cancelled");
    }

    @Test
    void an_order_that_comes_before_its_task_is_obeyed_when_the_task_comes() {
        bench.soon().until(() -> subscribers() == 1);
        var dispatch = new TaskDispatch(new Claim(UUID.randomUUID(), 1), "sleep", 1, "{\"text\":\"x\"}", null);
        bench.orderToStop(dispatch.claim());
        Claim heardBefore = bench.dispatch("sleep", "x");
        bench.awaitStart(heardBefore);
        bench.orderToStop(heardBefore);
        bench.outcome(heardBefore);

        bench.dispatch(RedisTestBed.QUEUE, dispatch);

        assertThat(bench.outcome(dispatch.claim())).containsEntry("kind", "cancelled");
        assertThat(bench.kinds(dispatch.claim())).doesNotContain("started");
    }

    @Test
    void a_heartbeat_tells_what_the_process_uses() throws Exception {
        bench.soon().until(() -> bench.heartbeat().load() != null);

        assertThat(bench.heartbeat().load().memoryUsed())
                .isPositive()
                .isLessThan(bench.heartbeat().load().memoryMax());
    }

    private void orderUntilHeard(WorkerOrder.Kind kind, boolean quiet) {
        bench.soon().until(() -> {
            bench.order(kind);
            return bench.heartbeat().quiet() == quiet;
        });
    }

    private long subscribers() {
        return bench.redis().publish(RedisNames.STOP_ORDERS, "00000000-0000-0000-0000-000000000000:1");
    }
}
