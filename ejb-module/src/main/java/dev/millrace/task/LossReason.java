package dev.millrace.task;

/** Why a claim has no outcome. */
public enum LossReason {
    /** Neither Redis nor a worker knows it any more. */
    UNTRACEABLE("untraceable", "lost", "ClaimLost"),
    /** Its worker has sent no heartbeat for a while. */
    DEAD_WORKER("worker", "lost", "WorkerLost"),
    /** The worker released it, because it stops. */
    RELEASED("released", "released", "HandedBack"),
    /** The worker cannot run it. */
    UNSUITED("unsuited", "released", "NoSuitableWorker");

    private final String text;
    private final String logKind;
    private final String errorType;

    LossReason(String text, String logKind, String errorType) {
        this.text = text;
        this.logKind = logKind;
        this.errorType = errorType;
    }

    /** @return its name in metrics */
    public String text() {
        return text;
    }

    /** @return kind of the line in the task's log, if the loss costs no attempt */
    String logKind() {
        return logKind;
    }

    /** @return type of the attempt's error, if it costs one */
    public String errorType() {
        return errorType;
    }
}
