package dev.millrace.contract;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be told of a report that cannot be read: its version may be unknown, and all else in it be wrong.
 *
 * @param claim the dispatch it is about
 * @param worker who sent it; null if that cannot be told
 */
public record ReportOrigin(Claim claim, String worker) {
    /** @return empty if the claim cannot be told */
    public static Optional<ReportOrigin> of(Map<String, String> message) {
        try {
            Claim claim = new Claim(UUID.fromString(message.get("task")), Long.parseLong(message.get("claim")));
            String worker = message.get("worker");
            boolean isName = worker != null && !worker.isBlank() && worker.length() <= MessageLimits.WORKER;
            return Optional.of(new ReportOrigin(claim, isName ? worker : null));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
