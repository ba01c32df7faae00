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

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
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
    private static final Set<String> SERVLETS = Set.of(
            "GET /.well-known/jwks.json",
            "GET /api/docs",
            "GET /api/events",
            "GET /metrics",
            "GET /openapi",
            "GET /ws/notifications");

    private final OpenApiDocument contract = new OpenApiDocument();

    @Test
    void the_document_has_every_call_with_its_query_parameters() {
        Map<String, Set<String>> documented = contract.queries();
        documented.keySet().removeAll(SERVLETS);

        assertThat(calls()).isEqualTo(documented);
    }

    @Test
    void the_document_has_every_property_of_a_task_request() {
        assertThat(contract.membersOf("SubmitTask")).isEqualTo(ParseTaskRequests.PROPERTIES);
    }

    @Test
    void the_document_has_every_property_of_a_task_of_a_workflow() {
        assertThat(contract.membersOf("SubmitWorkflowTask"))
                .isEqualTo(with(ParseTaskRequests.PROPERTIES, "id", "needs"));
    }

    @Test
    void the_document_has_every_property_of_a_schedule_request() {
        Set<String> members = with(ParseTaskRequests.PROPERTIES, "name", "cron", "timeZone", "overlap", "missed");
        members.remove("runAt");

        assertThat(contract.membersOf("SetSchedule")).isEqualTo(members);
    }

    @Test
    void every_call_may_reject_an_unknown_query_parameter() {
        assertThat(contract.statuses()).allSatisfy((call, statuses) -> assertThat(statuses.contains("400"))
                .as(call)
                .isNotEqualTo(call.equals("GET /ws/notifications")));
    }

    @Test
    void the_document_has_every_status_of_container_and_filters() {
        Map<String, Set<String>> documented = contract.statuses();

        assertThat(methods())
                .allSatisfy((call, method) ->
                        assertThat(documented.get(call)).as(call).containsAll(statusesAroundResource(call, method)));
    }

    @Test
    void only_calls_with_a_json_body_may_reject_a_media_type() {
        Map<String, Set<String>> documented = contract.statuses();

        assertThat(methods())
                .allSatisfy((call, method) -> assertThat(documented.get(call).contains("415"))
                        .as(call)
                        .isEqualTo(method.isAnnotationPresent(Consumes.class)));
    }

    @Test
    void the_document_has_the_rejection_of_an_api_token_by_the_event_stream() {
        assertThat(contract.statuses().get("GET /api/events")).contains("401", "403");
    }

    @Test
    void the_document_has_every_action_and_target_of_the_audit_log() {
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

    /** Those that do not depend on what a resource does. */
    private static Set<String> statusesAroundResource(String call, Method method) {
        Set<String> statuses = new TreeSet<>(Set.of("400", "406", "500", "503"));
        if (!isOpenToAll(method)) {
            statuses.addAll(Set.of("401", "403"));
        }
        if (call.contains("{")) {
            statuses.add("404");
        }
        if (method.isAnnotationPresent(Consumes.class)) {
            statuses.addAll(Set.of("413", "415"));
        }
        return statuses;
    }

    private static boolean isOpenToAll(Method method) {
        return method.isAnnotationPresent(PermitAll.class)
                || method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }

    private static Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        methods()
                .forEach((call, method) ->
                        calls.put(call, new TreeSet<>(QueryNames.of(method).all())));
        return calls;
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new TreeMap<>();
        new ClassFileImporter(List.of(new DoNotIncludeTests()))
                .importPackages("dev.millrace.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .forEach(resource -> Arrays.stream(resource.getDeclaredMethods())
                                .filter(method -> verb(method) != null)
                                .forEach(method -> methods.put(verb(method) + " " + path(resource, method), method)));
        return methods;
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
