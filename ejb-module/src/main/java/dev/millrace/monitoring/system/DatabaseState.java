package dev.millrace.monitoring.system;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import dev.millrace.platform.node.NodeLog;

/**
 * Product, version and schema of the database. All null while it is unreachable.
 *
 * @param migration the newest one of the schema
 */
record DatabaseState(String product, String version, String migration) {
    private static final Logger LOG = NodeLog.of(DatabaseState.class);
    private static final String NEWEST_MIGRATION = "select \"version\" from \"flyway_schema_history\""
            + " where \"success\" = true and \"version\" is not null order by \"installed_rank\" desc limit 1";

    static DatabaseState of(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(NEWEST_MIGRATION)) {
            DatabaseMetaData about = connection.getMetaData();
            String migration = newest.next() ? newest.getString(1) : null;
            return new DatabaseState(about.getDatabaseProductName(), about.getDatabaseProductVersion(), migration);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "Cannot read the database's version", e);
            return new DatabaseState(null, null, null);
        }
    }

    boolean isReachable() {
        return product != null;
    }
}
