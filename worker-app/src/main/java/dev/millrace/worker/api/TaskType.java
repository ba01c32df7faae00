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

    /** For people. */
    String title();

    /** For people, one or two sentences. */
    String description();

    /** Parameters that work, as JSON text. */
    String example();

    /** Where its tasks wait unless the submitter says otherwise. */
    String queue() default "default";

    /** How long an attempt may run, such as {@code 30s} or {@code 2h}; empty = as long as it takes. */
    String timeout() default "";

    /** How often it is tried in all. */
    int maxAttempts() default 3;

    /** Wait before the second attempt; doubles with each further one. */
    String backoff() default "1s";

    /** Upper bound of that wait. */
    String maxBackoff() default "1m";
}
