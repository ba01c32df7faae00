package dev.millrace.platform.log;

import java.util.function.Predicate;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Suppresses some records of one of the server's loggers until it is closed. */
final class LoggerFilter implements Filter, AutoCloseable {
    private final Logger logger;
    private final Filter before;
    private final Predicate<LogRecord> suppressed;

    private LoggerFilter(Logger logger, Predicate<LogRecord> suppressed) {
        this.logger = logger;
        this.before = logger.getFilter();
        this.suppressed = suppressed;
    }

    /** @param name of the logger itself; child loggers have filters of their own */
    static LoggerFilter install(String name, Predicate<LogRecord> suppressed) {
        LoggerFilter filter = new LoggerFilter(Logger.getLogger(name), suppressed);
        filter.logger.setFilter(filter);
        return filter;
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !suppressed.test(entry) && (before == null || before.isLoggable(entry));
    }

    /** Does not remove a filter that other code has set meanwhile. */
    @Override
    public void close() {
        if (logger.getFilter() == this) {
            logger.setFilter(before);
        }
    }
}
