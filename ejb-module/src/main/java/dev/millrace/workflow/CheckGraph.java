package dev.millrace.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.millrace.platform.problem.Fault;
import dev.millrace.workflow.WorkflowRequest.Edge;
import dev.millrace.workflow.WorkflowRequest.RequestedTask;

/** Finds the faults of a graph: dependencies and references without a target, and cycles. */
final class CheckGraph {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, RequestedTask> byName = new LinkedHashMap<>();
    private final Map<String, String> pointers = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private CheckGraph(List<RequestedTask> requests) {
        for (int i = 0; i < requests.size(); i++) {
            RequestedTask request = requests.get(i);
            if (request.name() != null && byName.putIfAbsent(request.name(), request) == null) {
                pointers.put(request.name(), "/tasks/" + i);
            }
        }
    }

    /** A name that two tasks share means the first of them. */
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
                faults.add(new Fault(edge.pointer(), "unknown task"));
            } else if (!named.add(task)) {
                faults.add(new Fault(edge.pointer(), "duplicate dependency"));
            }
        }
    }

    /** Follows the dependencies depth first; one that leads back onto the path creates a cycle. */
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
                faults.add(new Fault(edge.pointer(), "creates a cycle: " + cycle(start)));
            }
        }
        path.remove(path.size() - 1);
        done.add(request.name());
    }

    /** @return the tasks of the cycle by their places, since names are the sender's */
    private String cycle(int start) {
        String chain =
                path.subList(start, path.size()).stream().map(pointers::get).collect(Collectors.joining(" needs "));
        return chain + " needs " + pointers.get(path.get(start));
    }

    private void checkReferences(RequestedTask request) {
        Set<String> reachable = new HashSet<>();
        request.edges().forEach(edge -> collect(edge.dependency().task(), reachable));
        String pointer = request.task().pointer() + "/parameters";
        ResultReferences.walk(request.task().parameters(), pointer, (place, reference) -> {
            if (reference.fault() != null) {
                faults.add(new Fault(place, reference.fault()));
            } else if (!byName.containsKey(reference.task())) {
                faults.add(new Fault(place, "refers to an unknown task"));
            } else if (!reachable.contains(reference.task())) {
                faults.add(new Fault(place, "refers to a task that is no dependency of this one"));
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
