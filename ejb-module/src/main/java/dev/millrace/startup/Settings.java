package dev.millrace.startup;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import dev.millrace.account.AccountSettings;
import dev.millrace.account.RegistrationSettings;
import dev.millrace.dispatch.DispatchSettings;
import dev.millrace.limit.LimitSettings;
import dev.millrace.monitoring.metrics.MetricsSettings;
import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.config.ConfigurationFault;
import dev.millrace.platform.config.EffectiveConfiguration;
import dev.millrace.platform.config.StartSettings;
import dev.millrace.platform.http.HttpSettings;
import dev.millrace.platform.loop.LoopSettings;
import dev.millrace.platform.persistence.DatabaseSettings;
import dev.millrace.platform.redis.RedisSettings;
import dev.millrace.push.PushSettings;
import dev.millrace.result.ResultSettings;
import dev.millrace.retention.RetentionSettings;
import dev.millrace.schedule.ScheduleSettings;
import dev.millrace.shutdown.ShutdownSettings;
import dev.millrace.task.QueueSettings;
import dev.millrace.task.TaskSettings;
import dev.millrace.workflow.WorkflowSettings;

/** The whole effective configuration, read once; each new concern adds its record here. */
@ApplicationScoped
public class Settings {
    /** Keys that the start reads before MicroProfile Config is available; this only shows them. */
    private static final List<String> READ_BEFORE_CONFIG = List.of("millrace.keys.directory");

    private final RedisSettings redis;
    private final TaskSettings tasks;
    private final QueueSettings queues;
    private final DispatchSettings dispatch;
    private final ResultSettings results;
    private final PushSettings push;
    private final HttpSettings http;
    private final AccountSettings accounts;
    private final RegistrationSettings registration;
    private final LimitSettings limits;
    private final RetentionSettings retention;
    private final ScheduleSettings schedules;
    private final WorkflowSettings workflows;
    private final MetricsSettings metrics;
    private final StartSettings start;
    private final LoopSettings loops;
    private final ShutdownSettings shutdown;

    private final EffectiveConfiguration effective;
    private final List<String> notices;

    /** @throws ConfigurationFault naming every fault at once */
    public Settings() {
        this(systemKeys());
    }

    Settings(ConfigReader config) {
        redis = RedisSettings.from(config);
        tasks = TaskSettings.from(config);
        queues = QueueSettings.from(config);
        dispatch = DispatchSettings.from(config);
        results = ResultSettings.from(config);
        push = PushSettings.from(config);
        http = HttpSettings.from(config);
        accounts = AccountSettings.from(config);
        registration = RegistrationSettings.from(config);
        limits = LimitSettings.from(config);
        retention = RetentionSettings.from(config);
        schedules = ScheduleSettings.from(config);
        workflows = WorkflowSettings.from(config);
        metrics = MetricsSettings.from(config);
        start = StartSettings.from(config);
        shutdown = ShutdownSettings.from(config);
        DatabaseSettings.from(config);
        loops = LoopSettings.from(config);
        READ_BEFORE_CONFIG.forEach(key -> config.text(key, null));
        config.throwIfInvalid();
        effective = new EffectiveConfiguration(config.effective());
        notices = config.notices();
    }

    @Produces
    @Singleton
    StartSettings start() {
        return start;
    }

    @Produces
    @Singleton
    ShutdownSettings shutdown() {
        return shutdown;
    }

    /** @return the address of Redis, before beans are available */
    public RedisSettings redisSettings() {
        return redis;
    }

    @Produces
    @Singleton
    RedisSettings redis() {
        return redis;
    }

    @Produces
    @Singleton
    TaskSettings tasks() {
        return tasks;
    }

    @Produces
    @Singleton
    QueueSettings queues() {
        return queues;
    }

    @Produces
    @Singleton
    DispatchSettings dispatch() {
        return dispatch;
    }

    @Produces
    @Singleton
    ResultSettings results() {
        return results;
    }

    @Produces
    @Singleton
    HttpSettings http() {
        return http;
    }

    @Produces
    @Singleton
    AccountSettings accounts() {
        return accounts;
    }

    @Produces
    @Singleton
    RegistrationSettings registration() {
        return registration;
    }

    @Produces
    @Singleton
    PushSettings push() {
        return push;
    }

    @Produces
    @Singleton
    RetentionSettings retention() {
        return retention;
    }

    @Produces
    @Singleton
    LimitSettings limits() {
        return limits;
    }

    @Produces
    @Singleton
    ScheduleSettings schedules() {
        return schedules;
    }

    @Produces
    @Singleton
    WorkflowSettings workflows() {
        return workflows;
    }

    @Produces
    @Singleton
    MetricsSettings metrics() {
        return metrics;
    }

    @Produces
    @Singleton
    LoopSettings loops() {
        return loops;
    }

    @Produces
    @Singleton
    EffectiveConfiguration effective() {
        return effective;
    }

    /** @return one sentence for each key that is set under a former name */
    List<String> notices() {
        return notices;
    }

    private static ConfigReader systemKeys() {
        Config config = ConfigProvider.getConfig();
        return new ConfigReader(key -> config.getOptionalValue(key, String.class));
    }
}
