package dev.millrace.platform.config;

/** Millrace does not start; the message gives the whole reason. It has no stack trace, which would only bury it. */
public class StartRefused extends RuntimeException {
    /** An operator has to change something first: {@code EX_CONFIG} of sysexits.h. */
    public static final int CONFIGURATION = 78;

    /** Another start may succeed: {@code EX_TEMPFAIL} of sysexits.h. */
    public static final int TRY_AGAIN = 75;

    private final int exitCode;

    /** @param sentence for the operator, without secrets */
    public StartRefused(String sentence, int exitCode) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    /** @return the exit code of the process, if Millrace owns it */
    int exitCode() {
        return exitCode;
    }
}
