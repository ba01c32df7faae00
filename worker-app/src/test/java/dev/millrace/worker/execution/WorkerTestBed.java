package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.extension.ExtensionContext;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.child.ChildSettings;
import dev.millrace.worker.registry.HandlerRegistry;

/** A worker of two slots inside the test's process, on a Redis of its own. */
final class WorkerTestBed extends RedisTestBed {
    private final List<TaskHandler<?, ?>> handlers;
    private List<String> queues = super.queues();
    private Worker worker;

    WorkerTestBed(TaskHandler<?, ?>... handlers) {
        this.handlers = List.of(handlers);
    }

    WorkerTestBed reading(String... names) {
        queues = List.of(names);
        return this;
    }

    @Override
    List<String> queues() {
        return queues;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        super.beforeEach(context);
        var children = new ChildSettings(3, "32m");
        var settings = new WorkerSettings(queues, 2, Duration.ofMillis(200), children, "test");
        worker = new Worker(open(), this::open, new HandlerRegistry(handlers), settings);
        worker.start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        worker.stop();
        super.afterEach(context);
    }

    Worker worker() {
        return worker;
    }

    void order(WorkerOrder.Kind kind) {
        redis().publish(RedisNames.WORKER_ORDERS, new WorkerOrder(worker.id(), kind).toString());
    }

    WorkerHeartbeat heartbeat() throws UnreadableMessage {
        return WorkerHeartbeat.fromFields(redis().hgetAll(RedisNames.worker(worker.id())));
    }
}
