package dev.millrace.catalogue;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TypeRejection;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.Node;
import dev.millrace.redis.StreamReader;

/** Runs {@link CollectAnnouncements}, and updates the list of live workers, each on a loop of its own. */
@Singleton
@Startup
@DependsOn("Schema")
public class CatalogueLoops {
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private UnifiedJedis redis;

    @Inject
    private Node node;

    @Inject
    private TaskTypes types;

    @Inject
    private DeclareNamedQueues queues;

    @Inject
    private Catalogue catalogue;

    @Inject
    private LiveWorkers workers;

    @Inject
    private Event<WorkersChanged> changes;

    @Inject
    private Clock clock;

    private RecordOfferedTypes offeredTypes;
    private Loop announcements;
    private Loop heartbeats;

    @PostConstruct
    void start() {
        StreamReader stream = new StreamReader(redis, RedisNames.ANNOUNCEMENTS, RedisNames.SERVER_GROUP, node.id());
        announcements = new Loop(
                        "announcements",
                        new CollectAnnouncements(stream, types, queues, catalogue, clock, this::publishRejection),
                        Duration.ofSeconds(1))
                .start(threads);
        offeredTypes = new RecordOfferedTypes(types, catalogue, clock);
        heartbeats = new Loop("heartbeats", this::readHeartbeats, Duration.ofSeconds(1)).start(threads);
    }

    private StepResult readHeartbeats() {
        if (workers.refresh()) {
            changes.fire(new WorkersChanged());
        }
        queues.declareThoseOf(workers.latest());
        offeredTypes.record(workers.latest());
        return StepResult.NONE;
    }

    private void publishRejection(TypeRejection rejection) {
        redis.publish(RedisNames.REJECTED_TYPES, rejection.toString());
    }

    @PreDestroy
    void stop() {
        announcements.close();
        heartbeats.close();
    }
}
