package dev.millrace.platform.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Reports once, readably, why Millrace does not start. */
public final class RefuseStart {
    private static final Logger LOG = System.getLogger(RefuseStart.class.getName());

    private RefuseStart() {}

    /**
     * Exits the process if that is configured; it reads this key alone, because the rest of the configuration may be
     * faulty. No component has started yet that would need a graceful stop.
     *
     * @return the same, for the caller to throw: it makes the deployment fail
     */
    public static StartRefused because(StartRefused why) {
        LOG.log(Level.ERROR, why.getMessage());
        if (exits()) {
            Runtime.getRuntime().halt(why.exitCode());
        }
        return why;
    }

    private static boolean exits() {
        String property = System.getProperty(StartSettings.EXIT);
        String given = property != null ? property : System.getenv("MILLRACE_START_EXIT_WHEN_REFUSED");
        return "true".equals(given);
    }
}
