package dev.millrace.worker.cli;

/** One line for each log record: time, level, logger, message. */
final class LogFormat {
    private LogFormat() {}

    static void install() {
        String key = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(key) == null) {
            System.setProperty(key, "%1$tF %1$tT %4$-7s %5$s%6$s%n");
        }
    }
}
