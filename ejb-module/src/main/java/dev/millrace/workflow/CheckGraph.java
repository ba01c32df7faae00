package dev.millrace.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.millrace.platform.problem.Fault;
import dev.millrace.workflow.WorkflowRequest.Edge;
import dev.millrace.workflow.WorkflowRequest.RequestedTask;

/** Finds what is wrong with a graph: needs and references that lead nowhere, and cycles. */
final class CheckGraph {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, RequestedTask> byName = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private CheckGraph(List<RequestedTask> wishes) {
        for (RequestedTask wish : wishes) {
            if (wish.name() != null) {
                byName.putIfAbsent(wish.name(), wish);
            }
        }
    }

    /** Of two tasks with the same name, the first one is meant by it. */
    static List<Fault> faultsIn(List<RequestedTask> wishes) {
        CheckGraph check = new CheckGraph(wishes);
        wishes.forEach(check::checkNeeds);
        check.byName.values().forEach(check::walk);
        wishes.stream().filter(wish -> wish.task() != null).forEach(check::checkReferences);
        return check.faults;
    }

    private void checkNeeds(RequestedTask wish) {
        Set<String> named = new HashSet<>();
        for (Edge edge : wish.needs()) {
            String task = edge.need().task();
            if (!byName.containsKey(task)) {
                faults.add(new Fault(edge.pointer(), "names '" + task + "', which is no task of this workflow"));
            } else if (!named.add(task)) {
                faults.add(new Fault(edge.pointer(), "names '" + task + "' a second time"));
            }
        }
    }

    /** Goes along the needs, depth first; one that leads back onto the way here closes a cycle. */
    private void walk(RequestedTask wish) {
        if (wish == null || done.contains(wish.name())) {
            return;
        }
        path.add(wish.name());
        for (Edge edge : wish.needs()) {
            String next = edge.need().task();
            int start = path.indexOf(next);
            if (start < 0) {
                walk(byName.get(next));
            } else {
                String cycle = String.join(" needs ", path.subList(start, path.size())) + " needs " + next;
                faults.add(new Fault(edge.pointer(), "closes a cycle: " + cycle));
            }
        }
        path.remove(path.size() - 1);
        done.add(wish.name());
    }

    private void checkReferences(RequestedTask wish) {
        Set<String> needed = new HashSet<>();
        wish.needs().forEach(edge -> collect(edge.need().task(), needed));
        String pointer = wish.task().pointer() + "/parameters";
        ResultReferences.walk(wish.task().parameters(), pointer, (place, reference) -> {
            if (reference.fault() != null) {
                faults.add(new Fault(place, reference.fault()));
            } else if (!byName.containsKey(reference.task())) {
                faults.add(new Fault(place, "refers to '" + reference.task() + "', which is no task of this workflow"));
            } else if (!needed.contains(reference.task())) {
                faults.add(new Fault(place, "refers to '" + reference.task() + "', which this task does not need"));
            }
        });
    }

    private void collect(String name, Set<String> needed) {
        RequestedTask wish = byName.get(name);
        if (wish != null && needed.add(name)) {
            wish.needs().forEach(edge -> collect(edge.need().task(), needed));
        }
    }
}
