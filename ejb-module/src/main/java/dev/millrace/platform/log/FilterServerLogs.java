package dev.millrace.platform.log;

import java.util.List;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

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
 * Keeps out of the log what servers would write there with a trace for each call: transactions that an outage ends while they
 * commit, of which health tells once; and on Payara each bad bearer token, which anybody can send. Done here and not in the
 * servers' settings alone, so that an archive that is simply deployed is quiet, too, and only about this.
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
    private static final String LOGS_EACH_BAD_TOKEN =
            "fish.payara.microprofile.jwtauth.eesecurity.SignedJWTIdentityStore";

    private List<LoggerFilter> filters = List.of();

    @PostConstruct
    void begin() {
        filters = Stream.concat(
                        LOG_EACH_CALL.stream().map(name -> LoggerFilter.install(name, FilterServerLogs::isOutage)),
                        Stream.of(LoggerFilter.install(LOGS_EACH_BAD_TOKEN, entry -> entry.getThrown() != null)))
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
