package dev.millrace.workflow;

import java.util.List;

import dev.millrace.platform.problem.Fault;
import dev.millrace.request.TaskRequest;

/**
 * A request for a workflow as a client sent it, its tasks not yet checked against their types.
 *
 * @param name null if it is faulty
 * @param tasks in the order of the request
 * @param faults all of them so far; without any, no component is null
 */
public record WorkflowRequest(String name, List<RequestedTask> tasks, List<Fault> faults) {
    /**
     * One of its tasks.
     *
     * @param name its name in the workflow, null if it is faulty
     * @param task null if it is no request at all
     * @param needs its dependencies
     * @param refers whether its parameters refer to results
     */
    public record RequestedTask(String name, TaskRequest task, List<Edge> edges, boolean hasReferences) {
        List<Dependency> dependencies() {
            return edges.stream().map(Edge::dependency).toList();
        }
    }

    /**
     * A dependency and its place in the body.
     *
     * @param pointer JSON Pointer to it in the request's body
     */
    public record Edge(String pointer, Dependency dependency) {}
}
