package dev.millrace.itests.faults.handlers;

/**
 * What an isolated handler does in its first attempt; all later ones are well-behaved.
 *
 * @param first see {@link Kind}
 */
public record Misbehaviour(Kind first) {
    /** Ways to behave. */
    public enum Kind {
        /** Applies the effect. */
        NONE,
        /** Is still there when somebody wants to kill its process. */
        LINGER,
        /** Computes for ever and hears nothing. */
        SPIN,
        /** Takes all the memory there is. */
        HOARD,
        /** Ends its process in order. */
        EXIT,
        /** Throws what cannot be described. */
        MUTE,
        /** Wants another attempt after no time at all. */
        RETRY,
        /** Lets a subprocess read its input and print to its output; nothing is wrong with that. */
        SHARE
    }
}
