package dev.millrace.workflow;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.AtOnce;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.IdempotencyKeyReused;
import dev.millrace.task.IdempotentRequest;
import dev.millrace.task.PermittedOperation;
import dev.millrace.task.Task;
import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskSelection;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskState.CANCELLED;
import static dev.millrace.task.TaskState.FAILED;
import static dev.millrace.task.TaskState.RUNNING;
import static dev.millrace.task.TaskState.SUCCEEDED;
import static dev.millrace.task.TaskState.WAITING;
import static dev.millrace.workflow.TestWorkflow.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Workflows in SQL, from submission to the outcome; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkflowsContract {
    private static final String FIRST = "{'id':'first','type':'t'}";

    private final TestDatabase database;

    WorkflowsContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void close() throws IOException {
        database.close();
    }

    @Test
    void the_tasks_of_a_chain_run_one_after_the_other() {
        TestWorkflow chain = flow(task("a"), task("b", "a"), task("c", "b"));

        assertThat(chain.starts()).containsExactly("a");
        assertThat(chain.task("b").isBlocked()).isTrue();
        chain.succeeds("a").advances();
        assertThat(chain.starts()).containsExactly("b");
        chain.succeeds("b").advances();
        assertThat(chain.starts()).containsExactly("c");
        assertThat(chain.state()).isEqualTo(WorkflowState.RUNNING);
        chain.succeeds("c").advances();

        assertThat(chain.state()).isEqualTo(WorkflowState.SUCCEEDED);
        assertThat(chain.detail().workflow().finishedAt()).isEqualTo(NOW);
    }

    @Test
    void a_task_is_dispatched_once_all_its_dependencies_have_succeeded() {
        TestWorkflow diamond =
                flow(task("end", "left", "right"), task("left", "top"), task("right", "top"), task("top"));

        assertThat(diamond.starts()).containsExactly("top");
        diamond.succeeds("top").advances();
        assertThat(diamond.starts()).containsExactly("left", "right");
        diamond.succeeds("right").advances();
        assertThat(diamond.starts()).isEmpty();
        diamond.succeeds("left").advances();

        assertThat(diamond.starts()).containsExactly("end");
    }

    @Test
    void references_are_replaced_by_results_of_earlier_tasks() {
        TestWorkflow flow = flow(
                FIRST,
                "{'id':'next','type':'texts','needs':['first'],"
                        + "'parameters':{'text':{'$result':'first','pointer':'/a/1'},'all':[{'$result':'first'}]}}");
        flow.starts();

        flow.succeeds("first", "{'a':[1,'two']}").advances();

        assertThat(flow.starts()).containsExactly("next");
        assertThat(flow.dispatched("next")).isEqualTo("{\"text\":\"two\",\"all\":[{\"a\":[1,\"two\"]}]}");
    }

    @Test
    void numbers_keep_every_digit_on_their_way_through_a_result() {
        TestWorkflow flow = flow(
                FIRST,
                "{'id':'next','type':'t','needs':['first'],'parameters':{'own':9007199254740995,"
                        + "'amount':{'$result':'first','pointer':'/amount'},'all':{'$result':'first'}}}");
        flow.starts();

        flow.succeeds("first", "{'amount':12345678901234567.89,'units':[9007199254740993,1E-30,1.00]}")
                .advances()
                .starts();

        assertThat(flow.dispatched("next"))
                .isEqualTo("{\"own\":9007199254740995,\"amount\":12345678901234567.89,"
                        + "\"all\":{\"amount\":12345678901234567.89,\"units\":[9007199254740993,1E-30,1.00]}}");
    }

    @Test
    void a_long_result_replaces_a_reference() {
        TestWorkflow flow =
                flow(FIRST, "{'id':'next','type':'t','needs':['first'],'parameters':{'p':{'$result':'first'}}}");
        String longText = "y".repeat(50_000);
        flow.starts();

        flow.succeeds("first", "'" + longText + "'").advances().starts();

        assertThat(flow.dispatched("next")).isEqualTo("{\"p\":\"" + longText + "\"}");
    }

    @Test
    void a_task_whose_filled_in_parameters_are_wrong_fails_without_running() {
        TestWorkflow flow = flow(
                FIRST,
                "{'id':'next','type':'texts','needs':['first'],'parameters':{'text':{'$result':'first'}}}",
                task("last", "next"));
        flow.starts();

        flow.succeeds("first", "7").advances();

        assertThat(flow.starts()).isEmpty();
        assertThat(flow.task("next").errorType()).isEqualTo("InvalidParameters");
        assertThat(flow.task("next").errorMessage()).isEqualTo("/text must be a string");
        assertThat(flow.states()).containsAllEntriesOf(Map.of("next", FAILED, "last", CANCELLED));
        assertThat(flow.state()).isEqualTo(WorkflowState.FAILED);
    }

    @Test
    void a_reference_to_nothing_within_a_result_fails_the_task() {
        TestWorkflow flow = flow(
                FIRST,
                "{'id':'next','type':'t','needs':['first'],'parameters':{'p':{'$result':'first','pointer':'/no'}}}");
        flow.starts();

        flow.succeeds("first").advances();

        assertThat(flow.task("next").errorMessage()).isEqualTo("/p the result of 'first' has nothing at /no");
    }

    @Test
    void a_failure_cancels_all_tasks_that_depend_on_it_and_no_other() {
        TestWorkflow flow = flow(task("a"), task("b", "a"), task("c", "b"), task("other"), task("both", "other", "c"));
        flow.starts();

        flow.fails("a").advances();

        assertThat(flow.states())
                .isEqualTo(Map.of("a", FAILED, "b", CANCELLED, "c", CANCELLED, "other", RUNNING, "both", CANCELLED));
        assertThat(flow.state()).isEqualTo(WorkflowState.RUNNING);
        flow.succeeds("other").advances();
        assertThat(flow.state()).isEqualTo(WorkflowState.FAILED);
    }

    @Test
    void a_task_that_is_to_run_on_failure_runs_and_sees_null() {
        TestWorkflow flow = flow(
                FIRST,
                "{'id':'after','type':'t','needs':[{'task':'first','onFailure':'run'}],"
                        + "'parameters':{'p':{'$result':'first','pointer':'/a'}}}");
        flow.starts();

        flow.fails("first").advances();

        assertThat(flow.starts()).containsExactly("after");
        assertThat(flow.dispatched("after")).isEqualTo("{\"p\":null}");
        flow.succeeds("after").advances();
        assertThat(flow.state()).isEqualTo(WorkflowState.FAILED);
    }

    @Test
    void a_cancelled_task_counts_as_one_that_did_not_succeed() {
        TestWorkflow flow = flow(task("a"), task("b", "a"), task("c", "a?"));

        flow.isCancelled("a").advances();

        assertThat(flow.states()).isEqualTo(Map.of("a", CANCELLED, "b", CANCELLED, "c", WAITING));
        assertThat(flow.starts()).containsExactly("c");
        flow.succeeds("c").advances();
        assertThat(flow.state()).isEqualTo(WorkflowState.CANCELLED);
    }

    @Test
    void a_cancelled_workflow_ends_once_its_running_tasks_stop() {
        TestWorkflow flow = flow(task("a"), task("b", "a"), task("c", "a?"));
        flow.starts();

        flow.isCancelled().advances();

        assertThat(flow.states()).isEqualTo(Map.of("a", RUNNING, "b", CANCELLED, "c", CANCELLED));
        assertThat(flow.state()).isEqualTo(WorkflowState.RUNNING);
        flow.obeys("a").advances();
        assertThat(flow.state()).isEqualTo(WorkflowState.CANCELLED);
        assertThat(flow.starts()).isEmpty();
    }

    @Test
    void a_retried_workflow_continues_at_its_failed_task() {
        TestWorkflow flow = flow(task("a"), task("b", "a"), task("c", "b"), task("d", "c"));
        flow.starts();
        flow.succeeds("a").advances().starts();
        flow.fails("b").advances();
        assertThat(flow.state()).isEqualTo(WorkflowState.FAILED);

        flow.isRetried().advances();

        assertThat(flow.state()).isEqualTo(WorkflowState.RUNNING);
        assertThat(flow.detail().workflow().finishedAt()).isNull();
        assertThat(flow.starts()).containsExactly("b");
        flow.succeeds("b").advances();
        assertThat(flow.starts()).containsExactly("c");
        flow.succeeds("c").advances().starts();
        flow.succeeds("d").advances();
        assertThat(flow.state()).isEqualTo(WorkflowState.SUCCEEDED);
    }

    @Test
    void a_cancelled_workflow_can_be_retried() {
        TestWorkflow flow = flow(task("a"), task("b", "a"));
        flow.isCancelled().advances();

        flow.isRetried().advances();

        assertThat(flow.starts()).containsExactly("a");
        flow.succeeds("a").advances();
        assertThat(flow.starts()).containsExactly("b");
    }

    @Test
    void a_retried_task_opens_its_workflow_again_and_those_it_had_taken_along_follow() {
        TestWorkflow flow = flow(task("a"), task("b", "a"), task("c", "b"));
        flow.starts();
        flow.fails("a").advances();

        flow.isRetried("a", null).advances();

        assertThat(flow.state()).isEqualTo(WorkflowState.RUNNING);
        assertThat(flow.states()).isEqualTo(Map.of("a", WAITING, "b", WAITING, "c", WAITING));
        assertThat(flow.starts()).containsExactly("a");
        flow.succeeds("a").advances();
        assertThat(flow.starts()).containsExactly("b");
    }

    @Test
    void a_cancelled_task_stays_cancelled_when_its_dependency_is_retried() {
        TestWorkflow flow = flow(task("a"), task("b", "a"));
        flow.isCancelled("b").advances().starts();
        flow.fails("a").advances();

        flow.isRetried("a", null).advances();

        assertThat(flow.states()).isEqualTo(Map.of("a", WAITING, "b", CANCELLED));
    }

    @Test
    void a_task_retried_after_its_dependency_failed_is_cancelled_again() {
        TestWorkflow flow = flow(task("a"), task("b", "a"));
        flow.starts();
        flow.fails("a").advances();

        flow.isRetried("b", null).advances();

        assertThat(flow.state("b")).isEqualTo(CANCELLED);
        assertThat(flow.state()).isEqualTo(WorkflowState.FAILED);
    }

    @Test
    void a_task_that_runs_again_gets_the_results_that_are_there_then() {
        TestWorkflow flow = flow(
                FIRST,
                "{'id':'after','type':'t','needs':[{'task':'first','onFailure':'run'}],"
                        + "'parameters':{'p':{'$result':'first'}}}");
        flow.starts();
        flow.fails("first").advances().starts();
        flow.fails("after").advances();

        flow.isRetried().advances();
        assertThat(flow.starts()).as("the one waits for the other again").containsExactly("first");
        flow.succeeds("first", "'found'").advances().starts();

        assertThat(flow.dispatched("after")).isEqualTo("{\"p\":\"found\"}");
    }

    @Test
    void given_parameters_are_not_replaced_by_defaults() {
        TestWorkflow flow =
                flow(FIRST, "{'id':'next','type':'t','needs':['first'],'parameters':{'p':{'$result':'first'}}}");
        flow.starts();
        flow.succeeds("first", "1").advances().starts();
        flow.fails("next").advances();

        flow.isRetried("next", "{\"p\":2}").advances().starts();

        assertThat(flow.dispatched("next")).isEqualTo("{\"p\":2}");
    }

    @RepeatedTest(5)
    void two_tasks_that_finish_at_the_same_moment_release_their_common_dependent_once() {
        TestWorkflow flow = flow(task("a"), task("b"), task("c", "a", "b"));
        flow.starts();
        AtomicInteger index = new AtomicInteger();

        AtOnce.call(
                2, () -> flow.succeeds(index.getAndIncrement() == 0 ? "a" : "b").advances());

        assertThat(flow.published()).filteredOn("waiting c"::equals).hasSize(1);
        assertThat(flow.starts()).containsExactly("c");
        assertThat(flow.starts()).isEmpty();
    }

    @Test
    void a_server_that_moves_a_workflow_on_has_it_alone_until_that_is_committed() {
        TestWorkflow flow = flow(task("a"));

        assertThat(flow.whileItAdvances(flow::isHeld)).isTrue();
        assertThat(flow.isHeld()).isFalse();
    }

    @RepeatedTest(5)
    void cancelling_a_task_while_its_workflow_advances_does_not_deadlock() {
        TestWorkflow flow = flow(task("a"), task("b", "a"), task("c", "a"), task("d", "b", "c"));
        flow.starts();
        flow.succeeds("a");
        AtomicInteger index = new AtomicInteger();

        AtOnce.call(4, () -> index.getAndIncrement() % 2 == 0 ? flow.advances() : flow.isCancelled());
        flow.advances();

        assertThat(flow.states()).isEqualTo(Map.of("a", SUCCEEDED, "b", CANCELLED, "c", CANCELLED, "d", CANCELLED));
        assertThat(flow.state()).isEqualTo(WorkflowState.CANCELLED);
    }

    @Test
    void a_workflow_moves_on_although_the_server_that_took_the_result_died() {
        TestWorkflow flow = flow(task("a"), task("b", "a"));
        flow.starts();
        flow.succeeds("a"); // and no server advances it

        UUID unrelated = flow(task("x")).isCancelled().advances().id;

        assertThat(unrelated).isNotEqualTo(flow.id);
        assertThat(flow.starts()).containsExactly("b");
    }

    @Test
    void advancing_again_changes_and_publishes_nothing() {
        TestWorkflow flow = flow(task("a"), task("b", "a"));
        flow.starts();
        flow.succeeds("a").advances().published();
        long revision = flow.detail().workflow().revision();

        flow.advances();

        assertThat(flow.published()).isEmpty();
        assertThat(flow.detail().workflow().revision()).isEqualTo(revision);
    }

    @Test
    void the_owner_of_a_workflow_gets_an_event_of_each_step() {
        TestWorkflow flow = flow(task("a"), task("b", "a"), task("c", "b"));
        flow.starts();

        assertThat(flow.succeeds("a").advances().published()).containsExactly("waiting b", "workflow.running");
        flow.starts();
        assertThat(flow.fails("b").advances().published()).containsExactly("cancelled c", "workflow.failed");
        assertThat(flow.isRetried("b", null).advances().published())
                .containsExactly("waiting b", "waiting c", "workflow.running");
    }

    @Test
    void progress_is_the_mean_of_the_tasks_progress() {
        TestWorkflow flow = flow(task("a"), task("b"), task("c", "a"), task("d", "a"));
        flow.starts();
        flow.reports("b", 0.5);

        flow.fails("a").advances();

        assertThat(flow.events()).last().satisfies(event -> assertThat(event.data())
                .contains("\"progress\":0.875")
                .contains("\"RUNNING\":1", "\"FAILED\":1", "\"CANCELLED\":2"));
        WorkflowProgress progress = database.inTransaction(em -> new FindWorkflows(em).findProgress(List.of(flow.id)))
                .get(flow.id);
        assertThat(progress.progress()).isEqualTo(0.875);
        assertThat(progress.count(CANCELLED)).isEqualTo(2);
    }

    @Test
    void a_workflow_shows_its_graph() {
        TestWorkflow flow = flow(task("a"), task("b", "a?"));

        FindWorkflows.WorkflowDetail detail = flow.detail();

        assertThat(WorkflowView.of(detail.workflow(), detail.tasks(), (type, queue) -> "Nobody runs " + type + ".")
                        .getJsonArray("tasks"))
                .satisfies(tasks -> assertThat(tasks.get(0).asJsonObject().getString("notice"))
                        .isEqualTo("Nobody runs t."))
                .last()
                .hasToString("{\"id\":\"b\",\"taskId\":\"" + flow.task("b").id()
                        + "\",\"type\":\"t\",\"state\":\"WAITING\",\"blocked\":true,\"progress\":0.0,"
                        + "\"needs\":[{\"task\":\"a\",\"onFailure\":\"run\"}],\"notice\":null}");
    }

    @Test
    void a_user_s_workflows_are_listed_newest_first_and_by_state() {
        TestWorkflow flow = flow(task("a"));
        flow.isCancelled().advances();

        assertThat(page(flow.owner, Set.of(), null)).containsExactly(flow.id);
        assertThat(page(flow.owner, Set.of(WorkflowState.CANCELLED), null)).containsExactly(flow.id);
        assertThat(page(flow.owner, Set.of(WorkflowState.RUNNING), null)).isEmpty();
        assertThat(page(flow.owner, Set.of(), flow.id)).isEmpty();
        assertThat(page(UUID.randomUUID(), Set.of(), null)).isEmpty();
    }

    @Test
    void another_user_s_workflow_does_not_exist() {
        UUID otherUser = UUID.randomUUID();
        TestWorkflow flow = flow(task("a"));

        assertThatThrownBy(() -> database.inTransaction(em -> new FindWorkflows(em).findDetail(otherUser, flow.id)))
                .isInstanceOf(WorkflowNotFound.class);
    }

    @Test
    void a_finished_task_stays_while_its_workflow_runs() {
        TestWorkflow flow = flow(task("a"), task("b"));

        flow.isCancelled("a").advances();
        assertThat(isDeletable(flow.task("a"))).isFalse();

        flow.isCancelled().advances();
        assertThat(isDeletable(flow.task("a"))).isTrue();
    }

    @Test
    void a_finished_workflow_is_purged_with_its_tasks_after_its_retention() {
        TestWorkflow finished = flow(task("a"), task("b", "a"));
        TestWorkflow running = flow(task("a"));
        finished.isCancelled().advances();
        UUID task = finished.task("a").id();

        assertThat(purge(NOW)).isZero();
        assertThat(purge(NOW.plusMillis(1))).isPositive();

        assertThatThrownBy(finished::detail).isInstanceOf(WorkflowNotFound.class);
        assertThat(database.<Task>inTransaction(em -> em.find(Task.class, task)))
                .isNull();
        assertThat(running.state()).isEqualTo(WorkflowState.RUNNING);
    }

    @Test
    void a_deleted_task_still_counts_with_its_outcome() {
        TestWorkflow flow = flow(task("a"), task("b"));
        flow.starts();
        flow.succeeds("a").fails("b").advances();

        database.inTransaction(em -> {
            em.remove(em.find(Task.class, flow.task("a").id()));
            return null;
        });
        flow.isRetried("b", null).advances().starts();
        flow.succeeds("b").advances();

        assertThat(flow.states()).isEqualTo(Map.of("a", SUCCEEDED, "b", SUCCEEDED));
        assertThat(flow.state()).isEqualTo(WorkflowState.SUCCEEDED);
    }

    @Test
    void the_same_key_returns_the_same_workflow_and_is_rejected_for_another() {
        UUID owner = UUID.randomUUID();
        IdempotentRequest key = new IdempotentRequest("key", "request");
        UUID first = TestWorkflow.submittedOnce(database, owner, key, task("a"), task("b", "a"));

        assertThat(TestWorkflow.submittedOnce(database, owner, key, task("a"), task("b", "a")))
                .isEqualTo(first);

        assertThat(page(owner, Set.of(), null)).containsExactly(first);
        assertThatThrownBy(() ->
                        TestWorkflow.submittedOnce(database, owner, new IdempotentRequest("key", "other"), task("c")))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    private TestWorkflow flow(String... tasks) {
        return TestWorkflow.of(database, tasks);
    }

    private List<UUID> page(UUID owner, Set<WorkflowState> states, UUID before) {
        return database.inTransaction(em -> new FindWorkflows(em)
                .findPage(owner, states, before, 10).stream().map(Workflow::id).toList());
    }

    private boolean isDeletable(Task task) {
        TaskSelection selection =
                new TaskSelection(TaskFilter.ALL, Set.of(task.id()), PermittedOperation.DELETABLE, null, NOW);
        return !database.inTransaction(em -> selection.ids(em, 1)).isEmpty();
    }

    private int purge(Instant before) {
        return database.inTransaction(em -> new PurgeWorkflows(em).purgeFinished(WorkflowState.CANCELLED, before, 100));
    }
}
