package dev.millrace.platform.persistence;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import dev.millrace.platform.config.ConfigReader;

/**
 * Address and limits of the database. The start reads them before MicroProfile Config is available, so only system
 * properties and the environment count.
 *
 * @param url of PostgreSQL or H2
 * @param user null = the one in the URL, or H2's own
 * @param password null = none, or the one in the URL
 * @param poolSize maximum number of connections of this node
 * @param maxWait how long a caller may wait for a connection, a free or a new one
 * @param timeout how long PostgreSQL may be silent before a connection counts as broken
 */
public record DatabaseSettings(
        String url, String user, String password, int poolSize, Duration maxWait, Duration timeout) {
    private static final Duration MAX_DURATION = Duration.ofHours(1);
    private static final String EMBEDDED = "jdbc:h2:file:./.millrace/db/millrace";
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";

    /** Of this process. */
    static DatabaseSettings read() {
        ConfigReader config = new ConfigReader(DatabaseSettings::systemProperty);
        DatabaseSettings settings = from(config);
        config.throwIfInvalid();
        return settings;
    }

    public static DatabaseSettings from(ConfigReader config) {
        return new DatabaseSettings(
                config.parsed("millrace.db.url", EMBEDDED, DatabaseSettings::parseUrl),
                config.text("millrace.db.user", null),
                config.secret("millrace.db.password", "millrace.db.password-file", text -> text),
                config.number("millrace.db.pool-size", 40, 4, 1_000),
                config.duration("millrace.db.wait", Duration.ofSeconds(5), Duration.ofSeconds(1), MAX_DURATION),
                config.duration("millrace.db.timeout", Duration.ofSeconds(60), Duration.ofSeconds(5), MAX_DURATION));
    }

    boolean isPostgres() {
        return url.startsWith(POSTGRES);
    }

    private static String parseUrl(String url) {
        if (!url.startsWith(POSTGRES) && !url.startsWith(H2)) {
            throw new IllegalArgumentException("jdbc:postgresql:… or jdbc:h2:… allowed");
        }
        return url;
    }

    private static Optional<String> systemProperty(String key) {
        String property = System.getProperty(key);
        return Optional.ofNullable(
                property != null
                        ? property
                        : System.getenv(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
    }
}
