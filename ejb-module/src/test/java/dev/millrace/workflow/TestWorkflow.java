package dev.millrace.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.WorkerReport;
import dev.millrace.dispatch.TaskClaims;
import dev.millrace.operations.TestTaskOperations;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.problem.Fault;
import dev.millrace.request.TaskRequest;
import dev.millrace.result.TaskReports;
import dev.millrace.submission.CheckRequests;
import dev.millrace.task.FairQueue;
import dev.millrace.task.IdempotentRequest;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskParameters;
import dev.millrace.task.TaskPlan;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskSubmissions;
import dev.millrace.task.lifecycle.TaskFinishedEvents;

import static dev.millrace.task.TaskBuilder.NOW;

/** A workflow in a test's database with its surroundings: a worker, its owner, and a server that advances it. */
final class TestWorkflow {
    private final TestDatabase database;
    private final TaskClaims claims;
    private final TaskReports reports;
    private final TestTaskOperations taskOperations;
    private final FairQueue fairQueue = new FairQueue();
    private final Map<String, UUID> tasks;
    private final Map<String, TaskDispatch> dispatches = new ConcurrentHashMap<>();
    private final List<TaskEvent> published = Collections.synchronizedList(new ArrayList<>());
    private final String queue;
    final UUID owner = UUID.randomUUID();
    final UUID id;

    private TestWorkflow(TestDatabase database, String... tasks) {
        this.database = database;
        this.claims = new TaskClaims(database);
        this.reports = new TaskReports(
                database, clock(), (em, ended) -> markForAdvance(em).onFinished(ended));
        this.taskOperations = new TestTaskOperations(
                database, (em, ended) -> markForAdvance(em).onFinished(ended), (em, retried) -> markForAdvance(em)
                        .onRetry(retried));
        this.queue = new TaskRecords(database).aQueue();
        SubmitWorkflow.SubmittedWorkflow submitted =
                database.inTransaction(em -> submissions(em, fairQueue).submit(owner, plan(queue, tasks), NOW));
        this.id = submitted.workflow().id();
        this.tasks = detail().tasks().stream()
                .map(MemberSnapshot::member)
                .collect(Collectors.toMap(WorkflowMember::name, WorkflowMember::taskId));
    }

    /** @param tasks JSON text, with {@code '} for quotation marks */
    static TestWorkflow of(TestDatabase database, String... tasks) {
        return new TestWorkflow(database, tasks);
    }

    /** @return the workflow of the key after it */
    static UUID submittedOnce(TestDatabase database, UUID owner, IdempotentRequest key, String... tasks) {
        String queue = new TaskRecords(database).aQueue();
        return database.inTransaction(em -> submissions(em, new FairQueue())
                .submitOnce(owner, plan(queue, tasks), key, NOW)
                .workflow()
                .id());
    }

    private static SubmitWorkflow submissions(EntityManager em, FairQueue fairQueue) {
        return new SubmitWorkflow(em, new TaskSubmissions().in(em), fairQueue, new Queues(em));
    }

    private static WorkflowPlan plan(String queue, String... tasks) {
        String body = "{'name':'flow','tasks':[" + String.join(",", tasks) + "]}";
        return new PlanWorkflows(new AnyType(queue)).plan(ParseWorkflow.of(body.replace('\'', '"'), 100));
    }

    /** A task without parameters that depends on these, {@code a}, or {@code a?} to run after any outcome. */
    static String task(String name, String... needs) {
        String edges = Stream.of(needs)
                .map(need -> need.endsWith("?")
                        ? "{'task':'" + need.replace("?", "") + "','onFailure':'run'}"
                        : "'" + need + "'")
                .collect(Collectors.joining(","));
        return "{'id':'" + name + "','type':'t','needs':[" + edges + "]}";
    }

    /** A worker takes all tasks that are dispatched now. */
    Set<String> starts() {
        Set<String> started = new TreeSet<>();
        for (TaskDispatch dispatch : claims.due(queue, 100, NOW)) {
            String name = nameOf(dispatch.claim());
            started.add(name);
            dispatches.put(name, dispatch);
            reports.apply(new WorkerReport.Started(dispatch.claim(), "w-1", NOW));
        }
        return started;
    }

    TestWorkflow succeeds(String name) {
        return succeeds(name, "{}");
    }

    TestWorkflow succeeds(String name, String result) {
        reports.apply(new WorkerReport.Succeeded(claim(name), "w-1", NOW, NOW, result.replace('\'', '"')));
        return this;
    }

    TestWorkflow fails(String name) {
        AttemptError error = new AttemptError("Broken", "broken", null);
        reports.apply(new WorkerReport.Failed(claim(name), "w-1", NOW, NOW, error, false, null));
        return this;
    }

    TestWorkflow obeys(String name) {
        reports.apply(new WorkerReport.Cancelled(claim(name), "w-1", NOW, NOW));
        return this;
    }

    TestWorkflow reports(String name, double progress) {
        reports.apply(new WorkerReport.Progress(claim(name), "w-1", NOW, progress, null));
        return this;
    }

    TestWorkflow isCancelled() {
        taskOperations.cancel(tasks.values());
        return this;
    }

    TestWorkflow isCancelled(String name) {
        taskOperations.cancel(List.of(tasks.get(name)));
        return this;
    }

    TestWorkflow isRetried() {
        taskOperations.retry(tasks.values(), null);
        return this;
    }

    TestWorkflow isRetried(String name, String parameters) {
        taskOperations.retry(List.of(tasks.get(name)), parameters);
        return this;
    }

    /** A server processes pending advances, until there are none. */
    TestWorkflow advances() {
        AdvanceDueWorkflows step =
                new AdvanceDueWorkflows(new Transactions(), advance -> published.addAll(advance.events()), clock());
        StepResult result = step.once();
        while (result == StepResult.MORE) {
            result = step.once();
        }
        return this;
    }

    /**
     * A server advances it and has not committed that yet.
     *
     * @param meanwhile called then
     */
    <T> T whileItAdvances(Supplier<T> meanwhile) {
        return database.inTransaction(em -> {
            step(em).advance(id, NOW);
            return meanwhile.get();
        });
    }

    /** Whether another server holds it. */
    boolean isHeld() {
        return database.inTransaction(
                em -> em.createNativeQuery("select id from mr_workflow where id = ?1 for update skip locked")
                        .setParameter(1, id)
                        .getResultList()
                        .isEmpty());
    }

    /** @return the owner's events since the last call, as {@code kind name} */
    List<String> published() {
        List<String> events = published.stream()
                .map(event -> event.taskId().equals(id) ? event.kind() : event.kind() + " " + nameOf(event.taskId()))
                .toList();
        published.clear();
        return events;
    }

    List<TaskEvent> events() {
        return List.copyOf(published);
    }

    FindWorkflows.WorkflowDetail detail() {
        return database.inTransaction(em -> new FindWorkflows(em).findDetail(owner, id));
    }

    WorkflowState state() {
        return detail().workflow().state();
    }

    TaskState state(String name) {
        return task(name).state();
    }

    Map<String, TaskState> states() {
        return detail().tasks().stream()
                .collect(Collectors.toMap(snapshot -> snapshot.member().name(), MemberSnapshot::state));
    }

    Task task(String name) {
        return database.inTransaction(em -> em.find(Task.class, tasks.get(name)));
    }

    String parameters(String name) {
        return database.inTransaction(em -> TaskParameters.load(em, em.find(Task.class, tasks.get(name))));
    }

    /** @return the tasks that the worker got */
    String dispatched(String name) {
        return dispatches.get(name).parameters();
    }

    private Claim claim(String name) {
        return dispatches.get(name).claim();
    }

    private String nameOf(Claim claim) {
        return nameOf(claim.taskId());
    }

    private String nameOf(UUID task) {
        return tasks.entrySet().stream()
                .filter(entry -> entry.getValue().equals(task))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("?");
    }

    private static MarkForAdvance markForAdvance(EntityManager em) {
        return new MarkForAdvance(em, added -> {});
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static final class AnyType extends CheckRequests {
        private final String queue;

        AnyType(String queue) {
            this.queue = queue;
        }

        @Override
        public TaskPlan check(TaskRequest request, List<Fault> faults) {
            return TaskBuilder.aTask()
                    .ofType(request.type())
                    .in(queue)
                    .withParameters(request.parameters().toString())
                    .plan();
        }

        @Override
        public void checkQueues(List<TaskRequest> requests, List<Fault> faults) {}

        @Override
        public TaskPlan planUnchecked(TaskRequest request) {
            return check(request, List.of());
        }
    }

    /** Tasks of type {@code texts} require a text. */
    private static List<Fault> faultsIn(String type, JsonValue parameters) {
        boolean fits = !type.equals("texts")
                || parameters instanceof JsonObject object && object.get("text") instanceof JsonString;
        return fits ? List.of() : List.of(new Fault("/text", "must be a string"));
    }

    private final class Transactions extends AdvanceWorkflow {
        @Override
        public List<UUID> findPending() {
            return in(AdvanceWorkflow::findPending);
        }

        @Override
        public AdvanceEffects advance(UUID workflow, Instant now) {
            return in(advance -> advance.advance(workflow, now));
        }

        private <T> T in(Function<AdvanceWorkflow, T> work) {
            return database.inTransaction(em -> work.apply(step(em)));
        }
    }

    private AdvanceWorkflow step(EntityManager em) {
        return new AdvanceWorkflow(
                em,
                new FillParameters(TestWorkflow::faultsIn),
                new TaskFinishedEvents(ended -> markForAdvance(em).onFinished(ended)),
                fairQueue,
                new Queues(em));
    }
}
