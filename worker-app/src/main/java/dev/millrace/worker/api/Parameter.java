package dev.millrace.worker.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one component of a parameters or result record, for its JSON Schema and the form drawn from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Parameter {
    /** Short label. */
    String title() default "";

    /** One sentence of help. */
    String help() default "";

    /** Value when a submitter omits it, as JSON; empty = it is required. */
    String defaultsTo() default "";

    /** Least number allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Greatest number allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** Least length of a string, in characters. */
    int minLength() default 0;

    /** Greatest length of a string, in characters. */
    int maxLength() default Integer.MAX_VALUE;

    /** Pattern of a string: a regular expression of ECMA-262, found anywhere unless it is anchored; empty = anything. */
    String pattern() default "";

    /** Format of a string, such as {@code email}, {@code uri} or {@code ipv4}; empty = anything. */
    String format() default "";

    /** Media type of a string's content, such as {@code image/png}. */
    String mediaType() default "";
}
