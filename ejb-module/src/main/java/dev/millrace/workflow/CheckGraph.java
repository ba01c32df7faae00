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

    private CheckGraph(List<RequestedTask> requests) {
        for (RequestedTask request : requests) {
            if (request.name() != null) {
                byName.putIfAbsent(request.name(), request);
            }
        }
    }

    /** Of two tasks with the same name, the first one is meant by it. */
    static List<Fault> faultsIn(List<RequestedTask> requests) {
        CheckGraph check = new CheckGraph(requests);
        requests.forEach(check::checkDependencies);
        check.byName.values().forEach(check::walk);
        requests.stream().filter(request -> request.task() != null).forEach(check::checkReferences);
        return check.faults;
    }

    private void checkDependencies(RequestedTask request) {
        Set<String> named = new HashSet<>();
        for (Edge edge : request.edges()) {
            String task = edge.dependency().task();
            if (!byName.containsKey(task)) {
                faults.add(new Fault(edge.pointer(), "names '" + task + "', which is no task of this workflow"));
            } else if (!named.add(task)) {
                faults.add(new Fault(edge.pointer(), "names '" + task + "' a second time"));
            }
        }
    }

    /** Goes along the needs, depth first; one that leads back onto the way here closes a cycle. */
    private void walk(RequestedTask request) {
        if (request == null || done.contains(request.name())) {
            return;
        }
        path.add(request.name());
        for (Edge edge : request.edges()) {
            String next = edge.dependency().task();
            int start = path.indexOf(next);
            if (start < 0) {
                walk(byName.get(next));
            } else {
                String cycle = String.join(" needs ", path.subList(start, path.size())) + " needs " + next;
                faults.add(new Fault(edge.pointer(), "closes a cycle: " + cycle));
            }
        }
        path.remove(path.size() - 1);
        done.add(request.name());
    }

    private void checkReferences(RequestedTask request) {
        Set<String> reachable = new HashSet<>();
        request.edges().forEach(edge -> collect(edge.dependency().task(), reachable));
        String pointer = request.task().pointer() + "/parameters";
        ResultReferences.walk(request.task().parameters(), pointer, (place, reference) -> {
            if (reference.fault() != null) {
                faults.add(new Fault(place, reference.fault()));
            } else if (!byName.containsKey(reference.task())) {
                faults.add(new Fault(place, "refers to '" + reference.task() + "', which is no task of this workflow"));
            } else if (!reachable.contains(reference.task())) {
                faults.add(new Fault(place, "refers to '" + reference.task() + "', which this task does not need"));
            }
        });
    }

    private void collect(String name, Set<String> reachable) {
        RequestedTask request = byName.get(name);
        if (request != null && reachable.add(name)) {
            request.edges().forEach(edge -> collect(edge.dependency().task(), reachable));
        }
    }
}
