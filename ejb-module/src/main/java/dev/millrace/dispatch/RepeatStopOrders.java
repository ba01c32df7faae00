package dev.millrace.dispatch;

import java.util.List;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.Claim;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;

/** Repeats the stop order to workers whose heartbeats list claims that are cancelled, finished or superseded. */
final class RepeatStopOrders implements Step {
    private final String queue;
    private final LiveWorkers workers;
    private final EndClaims endClaims;
    private final StopOrders orders;

    RepeatStopOrders(String queue, LiveWorkers workers, EndClaims endClaims, StopOrders orders) {
        this.queue = queue;
        this.workers = workers;
        this.endClaims = endClaims;
        this.orders = orders;
    }

    @Override
    public StepResult once() {
        List<Claim> held = workers.latest().stream()
                .filter(heartbeat -> heartbeat.queues().contains(queue))
                .map(WorkerHeartbeat::heldClaims)
                .flatMap(List::stream)
                .toList();
        orders.send(endClaims.findObsolete(queue, held));
        return StepResult.NONE;
    }
}
