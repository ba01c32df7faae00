package dev.millrace.monitoring.system;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;

import dev.millrace.dispatch.InspectQueues;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.node.Node;
import dev.millrace.task.Queues;

/** The live nodes as JSON, each with the queues that it leads. */
@ApplicationScoped
public class NodesView {
    private Nodes nodes;
    private Node self;
    private Queues queues;
    private InspectQueues inspect;
    private Clock clock;

    /** For the container. */
    protected NodesView() {}

    @Inject
    NodesView(Nodes nodes, Node self, Queues queues, InspectQueues inspect, Clock clock) {
        this.nodes = nodes;
        this.self = self;
        this.queues = queues;
        this.inspect = inspect;
        this.clock = clock;
    }

    JsonArrayBuilder all() {
        Map<String, List<String>> led = new HashMap<>();
        inspect.inspect(queues.names()).forEach((queue, seen) -> {
            if (seen.leader() != null) {
                led.computeIfAbsent(seen.leader(), node -> new ArrayList<>()).add(queue);
            }
        });
        JsonArrayBuilder live = Json.createArrayBuilder();
        for (LiveNode node : nodes.all(clock.instant())) {
            List<String> leads = led.getOrDefault(node.id(), List.of());
            live.add(Json.createObjectBuilder()
                    .add("id", node.id())
                    .add("host", node.host())
                    .add("version", node.version())
                    .add("startedAt", node.startedAt().toString())
                    .add("lastSeenAt", node.lastSeenAt().toString())
                    .add("self", node.id().equals(self.id()))
                    .add(
                            "leads",
                            Json.createArrayBuilder(leads.stream().sorted().toList())));
        }
        return live;
    }
}
