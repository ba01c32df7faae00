package dev.millrace.platform.log;

import java.util.function.Predicate;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps some records of one logger of the server's out of the log, until it is closed. */
final class LoggerFilter implements Filter, AutoCloseable {
    private final Logger logger;
    private final Filter before;
    private final Predicate<LogRecord> unwanted;

    private LoggerFilter(Logger logger, Predicate<LogRecord> unwanted) {
        this.logger = logger;
        this.before = logger.getFilter();
        this.unwanted = unwanted;
    }

    /** @param name of the logger itself; those below it have filters of their own */
    static LoggerFilter of(String name, Predicate<LogRecord> unwanted) {
        LoggerFilter quiet = new LoggerFilter(Logger.getLogger(name), unwanted);
        quiet.logger.setFilter(quiet);
        return quiet;
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !unwanted.test(entry) && (before == null || before.isLoggable(entry));
    }

    /** Leaves a filter alone that somebody else has set since. */
    @Override
    public void close() {
        if (logger.getFilter() == this) {
            logger.setFilter(before);
        }
    }
}
