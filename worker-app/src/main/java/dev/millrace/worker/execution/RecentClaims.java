package dev.millrace.worker.execution;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.millrace.contract.Claim;

/** A memory of the latest claims of some kind. Not for several threads at once. */
final class RecentClaims {
    private static final int REMEMBERED = 10_000;

    private final Map<Claim, Boolean> claims = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Claim, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    void add(Claim claim) {
        claims.put(claim, true);
    }

    boolean contains(Claim claim) {
        return claims.containsKey(claim);
    }
}
