package dev.millrace.monitoring.system;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.node.Node;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

class NodeHeartbeatLoopTest {
    private final Queue<Error> errors = new ConcurrentLinkedQueue<>(
            List.of(new StackOverflowError("deep"), new OutOfMemoryError("Java heap space")));
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final NodeHeartbeatLoop loop = new NodeHeartbeatLoop(new FailingNodes(), new Node(), new MutableClock(NOW));

    @Test
    void an_error_of_the_virtual_machine_in_one_round_does_not_end_the_next_ones_nor_the_stop() {
        loop.startLoop(Thread::new);

        await().until(() -> heartbeats.get() == 1);

        errors.add(new StackOverflowError("deep"));
        assertThatCode(loop::stop).doesNotThrowAnyException();
    }

    /** Throws the errors one after the other, then counts. */
    private final class FailingNodes extends Nodes {
        @Override
        public void heartbeat(LiveNode self, Instant now) {
            throwNext();
            heartbeats.incrementAndGet();
        }

        @Override
        public void remove(String id) {
            throwNext();
        }

        private void throwNext() {
            Error next = errors.poll();
            if (next != null) {
                throw next;
            }
        }
    }
}
