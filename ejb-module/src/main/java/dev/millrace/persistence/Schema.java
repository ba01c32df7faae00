package dev.millrace.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

import org.flywaydb.core.Flyway;

/** Brings the database's schema up to date. Whoever needs a table at start {@code @DependsOn("Schema")}. */
@DataSourceDefinition(
        name = "java:app/jdbc/millrace",
        className = "dev.millrace.persistence.MillraceDataSource",
        url = "env:MILLRACE_DB_URL",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 40)
@Singleton(name = "Schema")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {
    private static final String[] FOR_ALL = {"classpath:db/migration"};
    private static final String[] FOR_POSTGRES = {"classpath:db/migration", "classpath:db/postgresql"};

    @Resource(lookup = "java:app/jdbc/millrace")
    private DataSource dataSource;

    @PostConstruct
    void bringUpToDate() {
        migrate(dataSource);
    }

    /** Runs the migrations that are missing; nodes that start together take turns. */
    static void migrate(DataSource dataSource) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(isPostgres(dataSource) ? FOR_POSTGRES : FOR_ALL)
                .load()
                .migrate();
    }

    private static boolean isPostgres(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked what it is", e);
        }
    }
}
