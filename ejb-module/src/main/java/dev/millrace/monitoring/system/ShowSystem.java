package dev.millrace.monitoring.system;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.monitoring.health.Health;
import dev.millrace.monitoring.health.HealthMonitor;
import dev.millrace.monitoring.health.HealthView;
import dev.millrace.platform.config.EffectiveConfiguration;
import dev.millrace.platform.config.Setting;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.redis.RedisInfo;
import dev.millrace.platform.redis.RedisUnavailable;
import dev.millrace.redis.RedisVersion;

/** Shows nodes, versions, dependencies and the effective configuration, as JSON text. */
@ApplicationScoped
public class ShowSystem {
    @Resource(lookup = "java:app/jdbc/millrace")
    private DataSource database;

    private NodesView nodes;
    private RedisInfo redis;
    private HealthMonitor health;
    private EffectiveConfiguration configuration;
    private Clock clock;

    /** For the container. */
    protected ShowSystem() {}

    @Inject
    ShowSystem(
            NodesView nodes, RedisInfo redis, HealthMonitor health, EffectiveConfiguration configuration, Clock clock) {
        this.nodes = nodes;
        this.redis = redis;
        this.health = health;
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * @param server the application server's own name
     * @return as {@code System} in the OpenAPI document
     */
    public String now(String server) {
        return Json.createObjectBuilder()
                .add("version", ServerVersion.number())
                .add(
                        "java",
                        System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")")
                .add("server", server)
                .add("nodes", nodes.all())
                .add("redis", redis())
                .add("database", database())
                .add("configuration", configuration(this.configuration.settings()))
                .add("health", health())
                .build()
                .toString();
    }

    private JsonObjectBuilder redis() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        try {
            Map<String, String> info = redis.load();
            Optional<RedisVersion> version = RedisVersion.of(info);
            version.flatMap(RedisVersion::notice).ifPresent(notice -> json.add("versionNotice", notice));
            Instant started = clock.instant().minusSeconds(number(info, "uptime_in_seconds"));
            return json.add("reachable", true)
                    .add("version", version.map(RedisVersion::toString).orElse(""))
                    .add("mode", info.getOrDefault("redis_mode", ""))
                    .add("usedMemory", number(info, "used_memory"))
                    .add("maxMemory", number(info, "maxmemory"))
                    .add("clients", number(info, "connected_clients"))
                    .add("startedAt", started.toString());
        } catch (RedisUnavailable e) {
            return json.add("reachable", false);
        }
    }

    private JsonObjectBuilder database() {
        DatabaseState state = DatabaseState.of(database);
        JsonObjectBuilder json = Json.createObjectBuilder().add("reachable", state.isReachable());
        if (state.isReachable()) {
            json.add("product", state.product()).add("version", state.version());
            json.add("migration", String.valueOf(state.migration()));
        }
        return json;
    }

    static JsonArrayBuilder configuration(List<Setting> settings) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Setting setting : settings) {
            all.add(Json.createObjectBuilder()
                    .add("key", setting.key())
                    .add("value", Json.orNull(setting.masked()))
                    .add("source", setting.source()));
        }
        return all;
    }

    private JsonObjectBuilder health() {
        Health now = health.now();
        return HealthView.of(now);
    }

    private static long number(Map<String, String> info, String name) {
        return Long.parseLong(info.getOrDefault(name, "0"));
    }
}
