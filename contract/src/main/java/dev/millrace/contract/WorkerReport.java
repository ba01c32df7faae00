package dev.millrace.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** An entry of a queue's results stream: a worker's report on a task it holds. The {@code kind} field tells which. */
public sealed interface WorkerReport {
    /** The {@code kind} of a {@link Started}. */
    String STARTED = "started";

    /** The dispatch that this reports on; servers ignore an outdated one. */
    Claim claim();

    /** Id of the worker, as in its heartbeat. */
    String worker();

    /** Time of the event, by the worker's clock. */
    Instant at();

    Map<String, String> toFields();

    /** Calls the visitor's method for this kind of report. */
    void accept(Visitor visitor);

    /** Handles each kind of report; a new kind does not compile until every visitor handles it. */
    interface Visitor {
        void started(Started report);

        void progress(Progress report);

        void log(Log report);

        void succeeded(Succeeded report);

        void failed(Failed report);

        void cancelled(Cancelled report);

        void released(Released report);
    }

    /** The handler starts. */
    record Started(Claim claim, String worker, Instant at) implements WorkerReport {
        @Override
        public void accept(Visitor visitor) {
            visitor.started(this);
        }

        @Override
        public Map<String, String> toFields() {
            return commonFields(STARTED, this).toMap();
        }
    }

    /**
     * The handler reports its progress.
     *
     * @param fraction 0 to 1
     * @param message for people, cut to {@link ReportLimits#PROGRESS_MESSAGE}, or null
     */
    record Progress(Claim claim, String worker, Instant at, double fraction, String message) implements WorkerReport {
        public Progress {
            message = ReportLimits.truncate(message, ReportLimits.PROGRESS_MESSAGE);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.progress(this);
        }

        @Override
        public Map<String, String> toFields() {
            return commonFields("progress", this)
                    .put("fraction", fraction)
                    .put("message", message)
                    .toMap();
        }
    }

    /**
     * The handler logged something.
     *
     * @param line cut to {@link ReportLimits#LOG_LINE}
     */
    record Log(Claim claim, String worker, Instant at, String line) implements WorkerReport {
        public Log {
            line = ReportLimits.truncate(line, ReportLimits.LOG_LINE);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.log(this);
        }

        @Override
        public Map<String, String> toFields() {
            return commonFields("log", this).put("line", line).toMap();
        }
    }

    /**
     * The attempt has ended with a result.
     *
     * @param startedAt when the handler began
     * @param result the result as JSON text
     */
    record Succeeded(Claim claim, String worker, Instant at, Instant startedAt, String result) implements WorkerReport {
        @Override
        public void accept(Visitor visitor) {
            visitor.succeeded(this);
        }

        /**
         * @return the same attempt as a failure that no further attempt can fix, for a result that cannot be stored
         */
        public Failed toFailed(AttemptError error) {
            return new Failed(claim, worker, at, startedAt, error, false, null);
        }

        @Override
        public Map<String, String> toFields() {
            return commonFields("succeeded", this)
                    .put("startedAt", startedAt)
                    .put("result", result)
                    .toMap();
        }
    }

    /**
     * The attempt has ended without a result.
     *
     * @param startedAt when the handler began
     * @param error the cause of the failure
     * @param retry whether another attempt can help
     * @param retryIn the wait before it that the handler requests; null = the type's backoff
     */
    record Failed(
            Claim claim,
            String worker,
            Instant at,
            Instant startedAt,
            AttemptError error,
            boolean retry,
            Duration retryIn)
            implements WorkerReport {
        @Override
        public void accept(Visitor visitor) {
            visitor.failed(this);
        }

        @Override
        public Map<String, String> toFields() {
            return commonFields("failed", this)
                    .put("startedAt", startedAt)
                    .put("errorClass", error.type())
                    .put("errorMessage", error.message())
                    .put("errorTrace", error.trace())
                    .put("retry", retry)
                    .put("retryIn", retryIn)
                    .toMap();
        }
    }

    /** The handler obeyed a request to cancel. */
    record Cancelled(Claim claim, String worker, Instant at, Instant startedAt) implements WorkerReport {
        @Override
        public void accept(Visitor visitor) {
            visitor.cancelled(this);
        }

        @Override
        public Map<String, String> toFields() {
            return commonFields("cancelled", this).put("startedAt", startedAt).toMap();
        }
    }

    /**
     * The worker gives the claim back unfinished, without costing an attempt.
     *
     * @param reason for people, cut to {@link ReportLimits#RELEASE_REASON}
     * @param unsuited whether another worker has to run it: this one does not know the type or cannot read the
     *     parameters; left out when false
     */
    record Released(Claim claim, String worker, Instant at, String reason, boolean unsuited) implements WorkerReport {
        public Released {
            reason = ReportLimits.truncate(reason, ReportLimits.RELEASE_REASON);
        }

        /** A claim that this worker could have run, but gives back. */
        public Released(Claim claim, String worker, Instant at, String reason) {
            this(claim, worker, at, reason, false);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.released(this);
        }

        @Override
        public Map<String, String> toFields() {
            return commonFields("released", this)
                    .put("reason", reason)
                    .put("unsuited", unsuited ? true : null)
                    .toMap();
        }
    }

    /** Tells whether these fields are of a {@link Started}; reads no other field. */
    static boolean isStarted(Map<String, String> message) {
        return STARTED.equals(message.get("kind"));
    }

    /** @throws UnreadableMessage if the kind is unknown, or a field is missing or malformed */
    static WorkerReport fromFields(Map<String, String> message) throws UnreadableMessage {
        FieldReader fields = new FieldReader(message);
        try {
            return read(fields);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage(e.getMessage(), e);
        }
    }

    private static WorkerReport read(FieldReader fields) throws UnreadableMessage {
        String kind = fields.text("kind");
        Claim claim = Claim.read(fields);
        String worker = fields.name("worker", MessageLimits.WORKER_ID);
        Instant at = fields.instant("at");
        return switch (kind) {
            case STARTED -> new Started(claim, worker, at);
            case "progress" -> new Progress(
                    claim, worker, at, fields.fraction("fraction"), fields.textOrNull("message"));
            case "log" -> new Log(claim, worker, at, fields.text("line"));
            case "succeeded" -> new Succeeded(claim, worker, at, fields.instant("startedAt"), fields.text("result"));
            case "failed" -> new Failed(
                    claim,
                    worker,
                    at,
                    fields.instant("startedAt"),
                    new AttemptError(
                            fields.text("errorClass"),
                            fields.textOrNull("errorMessage"),
                            fields.textOrNull("errorTrace")),
                    fields.bool("retry"),
                    fields.durationOrNull("retryIn"));
            case "cancelled" -> new Cancelled(claim, worker, at, fields.instant("startedAt"));
            case "released" -> new Released(claim, worker, at, fields.text("reason"), fields.boolOrFalse("unsuited"));
            default -> throw new UnreadableMessage("unknown kind " + Excerpt.of(kind));
        };
    }

    private static FieldWriter commonFields(String kind, WorkerReport report) {
        return new FieldWriter()
                .put("kind", kind)
                .put("task", report.claim().taskId())
                .put("claim", report.claim().number())
                .put("worker", report.worker())
                .put("at", report.at());
    }
}
