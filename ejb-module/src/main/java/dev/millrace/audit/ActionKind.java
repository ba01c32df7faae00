package dev.millrace.audit;

import java.util.Locale;

/** Kinds of audited actions. Part of the API by their {@link #text}. */
public enum ActionKind {
    SESSION_BEGIN,
    SESSION_REFUSED,
    SESSION_END,
    SESSION_STOLEN,
    ACCOUNT_REGISTER,
    ACCOUNT_REFUSED,
    ACCOUNT_PROFILE,
    ACCOUNT_PASSWORD,
    TOKEN_CREATE,
    TOKEN_REVOKE,
    TASK_CANCEL,
    TASK_RETRY,
    TASK_CHANGE,
    TASK_DELETE,
    QUEUE_PAUSE,
    QUEUE_RESUME,
    QUEUE_DRAIN,
    QUEUE_LIMIT,
    QUEUE_CREATE,
    QUEUE_DELETE,
    QUEUE_REFUSE,
    TYPE_HIDE,
    TYPE_SHOW,
    TYPE_DELETE,
    USER_ROLES,
    USER_DISABLE,
    USER_ENABLE,
    USER_SIGN_OUT,
    USER_LIMITS,
    TYPE_CHANGE,
    WORKER_QUIET,
    WORKER_RESUME,
    WORKER_STOP,
    MESSAGE_DELETE;

    /** @return {@code <kind>.<verb>}, such as {@code queue.pause} or {@code user.sign-out} */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
