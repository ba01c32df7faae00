package dev.millrace.monitoring.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.task.CountQueues;
import dev.millrace.task.QueueCounts;

/**
 * Samples the backlog of the queues that this node leads. If it leads any, it samples the workers, too: a leader is
 * connected to Redis and sees them. Other nodes sample no gauge, so the cost does not grow with the number of nodes.
 */
final class SampleGauges implements Step {
    private final Supplier<Set<String>> led;
    private final CountQueues count;
    private final LiveWorkers workers;
    private final Tallies tallies;
    private final QueueSamples samples;

    SampleGauges(
            Supplier<Set<String>> led, CountQueues count, LiveWorkers workers, Tallies tallies, QueueSamples samples) {
        this.led = led;
        this.count = count;
        this.workers = workers;
        this.tallies = tallies;
        this.samples = samples;
    }

    @Override
    public StepResult once() {
        Map<String, QueueCounts> counts = new HashMap<>();
        for (String queue : led.get()) {
            QueueCounts counted = count.of(queue);
            counts.put(queue, counted);
            tallies.sampleBacklog(queue, (long) counted.waiting() + counted.parked());
        }
        samples.replace(counts);
        if (!counts.isEmpty()) {
            List<WorkerHeartbeat> heartbeats = workers.latest();
            tallies.sampleWorkers(
                    heartbeats.stream()
                            .mapToLong(heartbeat -> heartbeat.heldClaims().size())
                            .sum(),
                    heartbeats.stream().mapToLong(WorkerHeartbeat::slots).sum());
        }
        return StepResult.NONE;
    }
}
