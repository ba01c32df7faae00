package dev.millrace.loop;

/** What a {@link Step} says of its round. */
public enum Progress {
    /** Something was done, go on at once. */
    MORE,
    /** Nothing to do until woken or the pause is over. */
    NONE;

    public static Progress of(boolean more) {
        return more ? MORE : NONE;
    }
}
