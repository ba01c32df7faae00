package dev.millrace.itests.faults.handlers;

/**
 * The behaviour of an isolated handler in its first attempt; all later ones are well-behaved.
 *
 * @param first see {@link Kind}
 */
public record Misbehaviour(Kind first) {
    /** Ways to behave. */
    public enum Kind {
        /** Applies the effect. */
        NONE,
        /** Still runs when a test wants to kill its process. */
        LINGER,
        /** Computes for ever and ignores every order. */
        SPIN,
        /** Takes all the memory there is. */
        HOARD,
        /** Ends its process in order. */
        EXIT,
        /** Throws an exception that has no readable description. */
        MUTE,
        /** Asks for another attempt after no time at all. */
        RETRY,
        /** Lets a subprocess read its input and print to its output, which is allowed. */
        SHARE
    }
}
