package dev.millrace.schedule;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.MalformedJson;
import dev.millrace.request.ParseJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ParseSchedulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void the_least_that_is_needed_gets_careful_policies() {
        SchedulePlan plan = plan("{'name':' nightly ','type':'reverse_string','cron':'@daily'}");

        assertThat(plan.name()).isEqualTo("nightly");
        assertThat(plan.timeZone()).isEqualTo("UTC");
        assertThat(plan.overlap()).isEqualTo(OverlapPolicy.SKIP);
        assertThat(plan.missed()).isEqualTo(MissedPolicy.RUN_ONCE);
        assertThat(plan.taskRequestJson()).isEqualTo("{\"type\":\"reverse_string\"}");
    }

    @Test
    void properties_of_the_tasks_become_a_task_request() {
        SchedulePlan plan = plan(
                "{'name':'n','cron':'@daily','type':'t','parameters':{'a':1},'priority':7,'queue':null,'missed':'SKIP'}");

        assertThat(plan.taskRequestJson()).isEqualTo("{\"type\":\"t\",\"parameters\":{\"a\":1},\"priority\":7}");
        assertThat(plan.task().priority()).isEqualTo(7);
        assertThat(plan.missed()).isEqualTo(MissedPolicy.SKIP);
    }

    @Test
    void every_fault_is_reported_at_its_place() {
        List<String> pointers = faults("{'name':'','type':5,'cron':'61 * * * *','timeZone':'Europe/Atlantis',"
                + "'overlap':'MAYBE','missed':1,'priority':10,'runAt':'2026-01-01T00:00:00Z','colour':'red'}");

        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/type",
                        "/cron",
                        "/timeZone",
                        "/overlap",
                        "/missed",
                        "/priority",
                        "/runAt",
                        "/colour");
    }

    @Test
    void missing_properties_are_reported() {
        assertThat(faults("{}")).containsExactlyInAnyOrder("/name", "/type", "/cron");
    }

    @Test
    void an_impossible_day_is_a_fault() {
        assertThat(faults("{'name':'n','type':'t','cron':'0 0 30 2 *'}")).containsExactly("/cron");
    }

    @Test
    void a_value_that_is_no_object_is_rejected() {
        assertThatThrownBy(() -> ParseJson.object("[]")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> ParseJson.object("{")).isInstanceOf(MalformedJson.class);
    }

    private static List<String> faults(String json) {
        InvalidRequest rejection = catchThrowableOfType(InvalidRequest.class, () -> plan(json));
        return rejection.faults().stream().map(Fault::pointer).toList();
    }

    private static SchedulePlan plan(String json) {
        return ParseSchedules.parsePlan(ParseJson.object(json.replace('\'', '"')), NOW);
    }
}
