package dev.millrace.worker.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.millrace.contract.Claim;

/** The claims that this worker holds until Redis has their end, and a memory of the latest of those it has ended. */
final class HeldClaims {
    private static final int REMEMBERED = 10_000;

    private final Map<Claim, RunningTask> held = new HashMap<>();
    private final Map<Claim, Boolean> ended = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Claim, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @return false if the claim is held already, or has ended here */
    synchronized boolean add(RunningTask task) {
        return !ended.containsKey(task.claim()) && held.putIfAbsent(task.claim(), task) == null;
    }

    synchronized void end(Claim claim) {
        held.remove(claim);
        ended.put(claim, true);
    }

    /** @return null if it is not held */
    synchronized RunningTask get(Claim claim) {
        return held.get(claim);
    }

    synchronized List<RunningTask> tasks() {
        return List.copyOf(held.values());
    }

    synchronized List<Claim> claims() {
        return List.copyOf(held.keySet());
    }
}
