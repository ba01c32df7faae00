package dev.millrace.contract;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The claim and the worker of an unreadable report, whose version may be unknown and whose other fields may be wrong.
 *
 * @param claim the dispatch that it reports on
 * @param worker id of its sender; null if it is unknown
 */
public record ReportOrigin(Claim claim, String worker) {
    /** @return empty if the claim is unreadable */
    public static Optional<ReportOrigin> of(Map<String, String> message) {
        try {
            Claim claim = new Claim(UUID.fromString(message.get("task")), Long.parseLong(message.get("claim")));
            String worker = message.get("worker");
            boolean isName = worker != null && !worker.isBlank() && worker.length() <= MessageLimits.WORKER_ID;
            return Optional.of(new ReportOrigin(claim, isName ? worker : null));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
