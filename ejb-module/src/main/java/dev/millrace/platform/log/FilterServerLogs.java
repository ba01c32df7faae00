package dev.millrace.platform.log;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

import dev.millrace.platform.problem.Outage;

/**
 * Suppresses log records that servers write with a stack trace for each call: during an outage, which the probes log
 * once. Filters work without settings of the server, and suppress only these records.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class FilterServerLogs {
    private static final List<String> LOG_EACH_CALL = List.of(
            "org.jboss.as.ejb3.invocation",
            "com.arjuna.ats.jta",
            "com.arjuna.ats.arjuna",
            "jakarta.enterprise.ejb.container",
            "javax.enterprise.ejb.container",
            "javax.enterprise.resource.jta",
            "javax.enterprise.system.core.transaction");

    private List<LoggerFilter> filters = List.of();

    @PostConstruct
    void begin() {
        filters = LOG_EACH_CALL.stream()
                .map(name -> LoggerFilter.install(name, FilterServerLogs::isOutage))
                .toList();
    }

    static boolean isOutage(LogRecord entry) {
        return entry.getThrown() != null && Outage.behind(entry.getThrown()).isPresent();
    }

    @PreDestroy
    void end() {
        filters.forEach(LoggerFilter::close);
    }
}
