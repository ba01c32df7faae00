package dev.millrace.contract;

/** A message from the other side of Redis breaks the contract. Its receiver sets it aside on the rejected stream. */
public final class UnreadableMessage extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String reason) {
        super(reason);
    }

    public UnreadableMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
