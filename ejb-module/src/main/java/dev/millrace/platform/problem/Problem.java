package dev.millrace.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.ApplicationException;

/**
 * An error on which the caller can act. The message is the detail, for people; it rolls back the transaction that it
 * leaves.
 */
@ApplicationException(rollback = true)
public abstract class Problem extends RuntimeException {
    /** The kind of response. */
    public enum Kind {
        NOT_FOUND,
        INVALID,
        CONFLICT,
        UNAUTHENTICATED,
        FORBIDDEN,
        MISDIRECTED,
        TOO_LARGE,
        TOO_MANY,
        UNAVAILABLE
    }

    /** Most faults in one answer. */
    static final int MAX_FAULTS = 100;

    private final Kind kind;
    private final String slug;
    private final String title;
    private final transient List<Fault> faults;

    /**
     * @param slug stable name in kebab-case, part of the API
     * @param title the same for every occurrence
     * @param detail about this occurrence
     */
    protected Problem(Kind kind, String slug, String title, String detail) {
        this(kind, slug, title, detail, List.of());
    }

    protected Problem(Kind kind, String slug, String title, String detail, List<Fault> faults) {
        super(detail);
        this.kind = kind;
        this.slug = slug;
        this.title = title;
        this.faults = faults.stream().limit(MAX_FAULTS).toList();
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** @return each fault in the request's body, 100 at most; empty when the problem has another cause */
    public List<Fault> faults() {
        return faults;
    }

    /** @return after how long a retry may succeed, if known */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
