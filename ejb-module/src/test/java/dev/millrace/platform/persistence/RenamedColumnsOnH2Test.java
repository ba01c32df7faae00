package dev.millrace.platform.persistence;

import java.util.UUID;
import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;

class RenamedColumnsOnH2Test extends RenamedColumnsContract {
    @Override
    DataSource emptyDatabase() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return memory;
    }

    @Override
    FluentConfiguration flyway(DataSource database) {
        return SchemaVersion.configured(database, false);
    }
}
