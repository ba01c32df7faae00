package dev.millrace.platform.persistence;

import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.FluentConfiguration;

class RenamedColumnsOnPostgresTest extends RenamedColumnsContract {
    @Override
    DataSource emptyDatabase() {
        return TestDatabase.emptyPostgres();
    }

    @Override
    FluentConfiguration flyway(DataSource database) {
        return SchemaVersion.configured(database, true);
    }
}
