package dev.millrace.worker.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a {@link TaskHandler} known: everything a submitter sees of the task type comes from here and from its records. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TaskType {
    /** Unique, {@code snake_case}. */
    String name();

    /** Shown to users. */
    String title();

    /** Shown to users, one or two sentences. */
    String description();

    /** Parameters that work, as JSON text. */
    String example();

    /** Queue of its tasks unless the submitter names another. */
    String queue() default "default";

    /**
     * How long an attempt may run until the worker requests its stop, such as {@code 30s} or {@code 2h}; empty =
     * unlimited.
     */
    String timeout() default "";

    /** From the request to stop (timeout, cancel) until the worker stops the attempt by force. */
    String grace() default "5s";

    /** Whether an attempt runs in a process of its own, which can be killed and whose memory is its own. */
    boolean isolated() default false;

    /** Most attempts of a task. */
    int maxAttempts() default 3;

    /** Wait before the second attempt; doubles with each further one. */
    String backoff() default "1s";

    /** Upper bound of that wait. */
    String maxBackoff() default "1m";

    /** Most tasks of this type in flight on all workers together; 0 = no limit. */
    int concurrency() default 0;

    /** Most tasks of this type started within a period, such as {@code 100/1m}; empty = no limit. */
    String rate() default "";

    /**
     * How long a repetition by the same owner with the same parameters is the same task; empty = each submission is its
     * own.
     */
    String uniqueFor() default "";

    /** Whether servers reject such a repetition, rather than answer with the existing task. */
    boolean uniqueRefuse() default false;
}
