package dev.millrace.workflow;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.MalformedJson;
import dev.millrace.request.TaskRequest;
import dev.millrace.submission.CheckRequests;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskPlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ParseWorkflowTest {
    private static final int MAX_TASKS = 4;

    static Stream<Arguments> everythingThatCanBeWrong() {
        return Stream.of(
                wrong("7", " must be an object"),
                wrong(
                        "{'name':'n','tasks':[],'x':1}",
                        "/x unknown property",
                        "/tasks must be an array of 1 to 4 tasks"),
                wrong("{'tasks':[{'id':'a','type':'t'}]}", "/name is required"),
                wrong("{'name':' ','tasks':7}", "/name must be a string of 1 to 200 characters", tooMany()),
                wrong(flow("a()", "b()", "c()", "d()", "e()"), tooMany()),
                wrong("{'name':'n','tasks':[7]}", "/tasks/0 must be an object"),
                wrong(
                        "{'name':'n','tasks':[{'id':'no space','y':1,'priority':10}]}",
                        "/tasks/0/id must be 1 to 100 of A-Z a-z 0-9 _ . -",
                        "/tasks/0/y unknown property",
                        "/tasks/0/type is required",
                        "/tasks/0/priority must be a whole number from 0 to 9"),
                wrong(flow("a()", "a()"), "/tasks/1/id is the id of /tasks/0 already"),
                wrong(withNeeds("'all'"), "/tasks/0/needs must be an array"),
                wrong(withNeeds("[7]"), "/tasks/0/needs/0 must be a task's id, or an object with task and onFailure"),
                wrong(
                        withNeeds("[{'onFailure':'RUN','z':1}]"),
                        "/tasks/0/needs/0/z unknown property",
                        "/tasks/0/needs/0/onFailure must be cancel or run",
                        "/tasks/0/needs/0/task is required"),
                wrong(
                        flow("a()", "b(a x a)"),
                        "/tasks/1/needs/1 unknown task",
                        "/tasks/1/needs/2 duplicate dependency"),
                wrong(flow("a(a)"), "/tasks/0/needs/0 creates a cycle: /tasks/0 needs /tasks/0"),
                wrong(
                        flow("a(c)", "b(a)", "c(d b)", "d()"),
                        "/tasks/1/needs/0 creates a cycle: /tasks/0 needs /tasks/2 needs /tasks/1 needs /tasks/0"),
                wrong(
                        flow("a(b)", "b(a)", "c(d)", "d(c)"),
                        "/tasks/1/needs/0 creates a cycle: /tasks/0 needs /tasks/1 needs /tasks/0",
                        "/tasks/3/needs/0 creates a cycle: /tasks/2 needs /tasks/3 needs /tasks/2"),
                wrong(
                        referring("{'p':[{'q/r':{'$result':'x'}}]}"),
                        "/tasks/2/parameters/p/0/q~1r refers to an unknown task"),
                wrong(
                        referring("{'p':{'$result':'z'}}"),
                        "/tasks/2/parameters/p refers to a task that is no dependency of this one"),
                wrong(
                        referring("{'p':{'$result':'c'}}"),
                        "/tasks/2/parameters/p refers to a task that is no dependency of this one"),
                wrong(
                        referring("{'p':{'$result':1},'q':{'$result':'a','pointer':'a'},'r':{'$result':'a','s':1}}"),
                        "/tasks/2/parameters/p must name a task's id with $result",
                        "/tasks/2/parameters/q must have a JSON Pointer such as /a/0 as pointer",
                        "/tasks/2/parameters/r must have nothing but $result and pointer"));
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanBeWrong")
    void each_fault_is_reported_at_its_place(String body, List<String> faults) {
        WorkflowRequest request = read(body);

        assertThat(request.faults())
                .extracting(fault -> fault.pointer() + " " + fault.detail())
                .containsExactlyInAnyOrderElementsOf(faults);
    }

    @Test
    void a_good_graph_is_read_in_the_order_of_the_request() {
        WorkflowRequest request = read(referring("{'p':{'$result':'a','pointer':'/x'},'q':{'$result':'b'}}"));

        assertThat(request.faults()).isEmpty();
        assertThat(request.tasks())
                .extracting(WorkflowRequest.RequestedTask::name)
                .containsExactly("a", "b", "c", "z");
        assertThat(request.tasks())
                .extracting(WorkflowRequest.RequestedTask::hasReferences)
                .containsExactly(false, false, true, false);
        assertThat(request.tasks().get(1).dependencies()).containsExactly(new Dependency("a", OnFailure.CANCEL));
        assertThat(request.tasks().get(2).dependencies()).containsExactly(new Dependency("b", OnFailure.RUN));
    }

    @Test
    void text_that_is_no_json_is_rejected() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(MalformedJson.class);
    }

    @Test
    void faults_of_the_graph_and_of_parameters_are_reported_together() {
        String body = "{'name':'n','tasks':[{'id':'a','type':'picky','needs':['x']},{'id':'b','type':'unknown'}]}";

        InvalidRequest rejection =
                catchThrowableOfType(InvalidRequest.class, () -> new PlanWorkflows(new Types()).plan(read(body)));

        assertThat(rejection.faults())
                .extracting(Fault::pointer)
                .containsExactly("/tasks/0/needs/0", "/tasks/0/parameters/p");
    }

    @Test
    void parameters_that_refer_to_results_are_checked_later() {
        String body = "{'name':'n','tasks':[{'id':'a','type':'t'},"
                + "{'id':'b','type':'picky','needs':['a'],'parameters':{'p':{'$result':'a'}}}]}";

        WorkflowPlan plan = new PlanWorkflows(new Types()).plan(read(body));

        assertThat(plan.tasks().get(1).hasReferences()).isTrue();
    }

    @Test
    void a_task_of_an_unknown_type_is_rejected() {
        String body = "{'name':'n','tasks':[{'id':'a','type':'unknown'}]}";

        assertThatThrownBy(() -> new PlanWorkflows(new Types()).plan(read(body)))
                .isInstanceOf(UnknownTaskType.class);
    }

    @Test
    void an_undeclared_queue_is_rejected_at_its_task() {
        String body = "{'name':'n','tasks':[{'id':'a','type':'t'},{'id':'b','type':'t','queue':'made-up'}]}";

        InvalidRequest rejection =
                catchThrowableOfType(InvalidRequest.class, () -> new PlanWorkflows(new Types()).plan(read(body)));

        assertThat(rejection.faults()).extracting(Fault::pointer).containsExactly("/tasks/1/queue");
    }

    private static Arguments wrong(String body, String... faults) {
        return Arguments.of(body, List.of(faults));
    }

    private static String tooMany() {
        return "/tasks must be an array of 1 to 4 tasks";
    }

    /** Each task as {@code name(needs)}. */
    private static String flow(String... tasks) {
        StringBuilder all = new StringBuilder();
        for (String task : tasks) {
            String[] parts = task.split("[()]");
            String needs = parts.length < 2 ? "" : "'" + parts[1].replace(" ", "','") + "'";
            all.append(all.isEmpty() ? "" : ",").append("{'id':'" + parts[0] + "','type':'t','needs':[" + needs + "]}");
        }
        return "{'name':'n','tasks':[" + all + "]}";
    }

    private static String withNeeds(String needs) {
        return "{'name':'n','tasks':[{'id':'a','type':'t','needs':" + needs + "}]}";
    }

    /** A chain of a, b and c, of which the last has these parameters; z is apart from it. */
    private static String referring(String parameters) {
        return "{'name':'n','tasks':[{'id':'a','type':'t'},{'id':'b','type':'t','needs':['a']},"
                + "{'id':'c','type':'t','needs':[{'task':'b','onFailure':'run'}],'parameters':" + parameters + "},"
                + "{'id':'z','type':'t'}]}";
    }

    private static WorkflowRequest read(String body) {
        return ParseWorkflow.of(body.replace('\'', '"'), MAX_TASKS);
    }

    private static final class Types extends CheckRequests {
        @Override
        public void checkQueues(List<TaskRequest> requests, List<Fault> faults) {
            requests.stream()
                    .filter(request -> request.queue() != null)
                    .forEach(request -> faults.add(new Fault(request.pointer() + "/queue", "is not declared")));
        }

        @Override
        public TaskPlan check(TaskRequest request, List<Fault> faults) {
            if (request.type().equals("picky")) {
                faults.add(new Fault(request.pointer() + "/parameters/p", "is required"));
            }
            return planUnchecked(request);
        }

        @Override
        public TaskPlan planUnchecked(TaskRequest request) {
            if (request.type().equals("unknown")) {
                throw new UnknownTaskType("/tasks/0/type");
            }
            return TaskBuilder.aTask().ofType(request.type()).plan();
        }
    }
}
