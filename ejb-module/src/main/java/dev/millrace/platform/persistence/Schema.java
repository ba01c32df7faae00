package dev.millrace.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

import org.flywaydb.core.api.FlywayException;

import dev.millrace.platform.config.RefuseStart;
import dev.millrace.platform.config.StartRefused;

/** Migrates the database's schema. A bean that needs a table at start has {@code @DependsOn("Schema")}. */
@DataSourceDefinition(
        name = "java:app/jdbc/millrace",
        className = "dev.millrace.platform.persistence.MillraceDataSource",
        url = "env:MILLRACE_DB_URL",
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 5_000) // of connection proxies; connections are bounded by millrace.db.pool-size
@Singleton(name = "Schema")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {
    @PostConstruct
    void bringUpToDate() {
        try {
            migrate(MillraceDataSource.unpooled());
        } catch (StartRefused e) {
            throw RefuseStart.because(e);
        }
    }

    @PreDestroy
    void closeConnections() {
        MillraceDataSource.closePool();
    }

    /**
     * Runs the missing migrations; nodes that start together wait for each other.
     *
     * @throws StartRefused if a migration fails
     */
    static void migrate(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            SchemaVersion.flyway(dataSource, connection).migrate();
        } catch (SQLException | FlywayException e) {
            throw CheckDatabase.startRefused(e);
        }
    }
}
