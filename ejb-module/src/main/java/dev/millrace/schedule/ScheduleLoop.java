package dev.millrace.schedule;

import java.time.Clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.platform.loop.Loop;
import dev.millrace.submission.PublishTasks;

/** Runs {@link RunDueSchedules} periodically, on every node. */
@Singleton
@Startup
@DependsOn("Schema")
public class ScheduleLoop {
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private RunSchedule runSchedule;

    @Inject
    private PublishTasks publishTasks;

    @Inject
    private ScheduleSettings settings;

    @Inject
    private Clock clock;

    private Loop loop;

    @PostConstruct
    void start() {
        loop = new Loop("schedules", new RunDueSchedules(runSchedule, publishTasks::publishNew, clock), settings.poll())
                .start(threads);
    }

    @PreDestroy
    void stop() {
        loop.close();
    }
}
