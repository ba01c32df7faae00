package dev.millrace.platform.loop;

/** One round of work; safe to repeat, also after it failed half way. */
@FunctionalInterface
public interface Step {
    /** @return whether there may be more work at once */
    StepResult once() throws Exception;
}
