package dev.millrace.web.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.AuditTarget;
import dev.millrace.request.ParseTaskRequests;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the OpenAPI document and the code together. */
class OpenApiDocumentTest {
    private static final Set<String> SERVLETS =
            Set.of("GET /api/docs", "GET /api/events", "GET /metrics", "GET /ws/notifications");

    private final OpenApiDocument contract = new OpenApiDocument();

    @Test
    void every_call_stands_in_the_document_with_the_query_parameters_that_it_takes() {
        Map<String, Set<String>> documented = contract.queries();
        documented.keySet().removeAll(SERVLETS);

        assertThat(calls()).isEqualTo(documented);
    }

    @Test
    void all_that_a_wish_for_a_task_may_have_stands_in_the_document() {
        assertThat(contract.membersOf("SubmitTask")).isEqualTo(ParseTaskRequests.PROPERTIES);
    }

    @Test
    void all_that_a_task_of_a_workflow_may_have_stands_in_the_document() {
        assertThat(contract.membersOf("SubmitWorkflowTask"))
                .isEqualTo(with(ParseTaskRequests.PROPERTIES, "id", "needs"));
    }

    @Test
    void all_that_a_wish_for_a_schedule_may_have_stands_in_the_document() {
        Set<String> members = with(ParseTaskRequests.PROPERTIES, "name", "cron", "timeZone", "overlap", "missed");
        members.remove("runAt");

        assertThat(contract.membersOf("SetSchedule")).isEqualTo(members);
    }

    @Test
    void every_call_may_refuse_a_query_parameter_that_nobody_knows() {
        assertThat(contract.without("400")).containsExactly("GET /ws/notifications");
    }

    @Test
    void all_that_the_audit_log_may_name_stands_in_the_document() {
        assertThat(contract.valuesOf("AuditEntry", "targetKind"))
                .isEqualTo(Arrays.stream(AuditTarget.Kind.values())
                        .map(AuditTarget.Kind::text)
                        .collect(Collectors.toSet()));
        assertThat(contract.valuesOf("AuditAction"))
                .isEqualTo(
                        Arrays.stream(ActionKind.values()).map(ActionKind::text).collect(Collectors.toSet()));
    }

    private static Set<String> with(Set<String> names, String... more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        new ClassFileImporter(List.of(new DoNotIncludeTests()))
                .importPackages("dev.millrace.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .forEach(resource -> Arrays.stream(resource.getDeclaredMethods())
                                .filter(method -> verb(method) != null)
                                .forEach(method -> calls.put(
                                        verb(method) + " " + path(resource, method),
                                        new TreeSet<>(QueryNames.of(method).all()))));
        return calls;
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = "/api" + resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        return path.replaceAll("\\{(\\w+):[^/]*}", "{$1}");
    }
}
