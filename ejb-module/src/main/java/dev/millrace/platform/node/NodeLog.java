package dev.millrace.platform.node;

import java.util.ResourceBundle;

/** The log of a class on this node. Each message begins with the node's id, since logs of several nodes are merged. */
public final class NodeLog implements System.Logger {
    private static volatile String node = "no node";

    private final System.Logger log;

    private NodeLog(System.Logger log) {
        this.log = log;
    }

    public static System.Logger of(Class<?> writer) {
        return new NodeLog(System.getLogger(writer.getName()));
    }

    static void setNode(String id) {
        node = id;
    }

    @Override
    public String getName() {
        return log.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return log.isLoggable(level);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            log.log(level, bundle, withNode(message), thrown);
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        if (isLoggable(level)) {
            log.log(level, bundle, withNode(format), parameters);
        }
    }

    private static String withNode(String message) {
        return node + ": " + message;
    }
}
