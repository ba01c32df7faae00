package dev.millrace.audit;

import java.util.Locale;

/**
 * Target of an audited action.
 *
 * @param name or id
 */
public record AuditTarget(Kind kind, String name) {
    /** Kinds of targets. */
    public enum Kind {
        USER,
        SESSION,
        TOKEN,
        TASK,
        TASKS,
        QUEUE,
        TYPE,
        WORKER,
        MESSAGE;

        /** @return its name in the API */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static AuditTarget user(String username) {
        return new AuditTarget(Kind.USER, username);
    }
}
