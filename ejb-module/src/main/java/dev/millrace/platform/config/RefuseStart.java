package dev.millrace.platform.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells once, readably, why Millrace does not start. */
public final class RefuseStart {
    private static final Logger LOG = System.getLogger(RefuseStart.class.getName());

    private RefuseStart() {}

    /**
     * Ends the process if it is configured so, which is looked at without the rest of the configuration: that may be what is
     * wrong. Nothing runs yet that would have to be stopped in order.
     *
     * @return the same, to be thrown: the deployment fails by it
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
