package dev.millrace.worker.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.millrace.contract.Claim;

/**
 * The claims that this worker holds until Redis has their outcome. Remembers the latest claims that ended here, because
 * an entry may come twice. Remembers the latest stop orders, because an order may come before its entry.
 */
final class HeldClaims {
    private final Map<Claim, RunningAttempt> held = new HashMap<>();
    private final RecentClaims ended = new RecentClaims();
    private final RecentClaims stopOrdered = new RecentClaims();

    /** @return false if this worker holds the claim already, or has finished it */
    synchronized boolean add(RunningAttempt task) {
        if (ended.contains(task.claim()) || held.putIfAbsent(task.claim(), task) != null) {
            return false;
        }
        if (stopOrdered.contains(task.claim())) {
            task.stop(StopReason.CANCELLED);
        }
        return true;
    }

    synchronized void end(Claim claim) {
        held.remove(claim);
        ended.add(claim);
    }

    /** @return null if this worker does not hold it */
    synchronized RunningAttempt get(Claim claim) {
        return held.get(claim);
    }

    /** @return the attempt to stop now; null if this worker does not hold it: then it stops when its entry comes */
    synchronized RunningAttempt markStopped(Claim claim) {
        stopOrdered.add(claim);
        return held.get(claim);
    }

    synchronized List<RunningAttempt> attempts() {
        return List.copyOf(held.values());
    }

    synchronized List<Claim> claims() {
        return List.copyOf(held.keySet());
    }
}
