package dev.millrace.worker.execution;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.millrace.contract.Claim;

/** Remembers the latest claims of one kind. Not for several threads at once. */
final class RecentClaims {
    private static final int CAPACITY = 10_000;

    private final Map<Claim, Boolean> claims = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Claim, Boolean> eldest) {
            return size() > CAPACITY;
        }
    };

    void add(Claim claim) {
        claims.put(claim, true);
    }

    boolean contains(Claim claim) {
        return claims.containsKey(claim);
    }
}
