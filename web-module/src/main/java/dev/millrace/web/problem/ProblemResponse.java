package dev.millrace.web.problem;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;

import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.Problem;

/** A problem as an HTTP response. */
public final class ProblemResponse {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String CHALLENGE = "Bearer realm=\"millrace\"";
    private static final int UNAUTHORIZED = 401;

    private ProblemResponse() {}

    static Response of(Problem problem) {
        Response response =
                of(status(problem), problem.slug(), problem.title(), problem.getMessage(), problem.faults());
        OptionalLong seconds = retryAfter(problem);
        return seconds.isEmpty()
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, seconds.getAsLong())
                        .build();
    }

    static Response of(HttpStatusProblem problem) {
        return of(problem.status(), problem.slug(), problem.title(), problem.detail(), List.of());
    }

    static Response of(int status, String slug, String title, String detail, List<Fault> faults) {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(body(status, slug, title, detail, faults));
        return (status == UNAUTHORIZED ? response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE) : response).build();
    }

    /** @param incident finds the error in the log */
    static Response unexpected(String incident) {
        return Response.status(500)
                .type(MEDIA_TYPE)
                .entity(unexpectedBody(incident))
                .build();
    }

    private static String unexpectedBody(String incident) {
        return body(
                500,
                "unexpected",
                "Internal server error",
                "See the server's log for this incident.",
                List.of(),
                incident);
    }

    /** Answers outside of REST. */
    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        int status = status(problem);
        if (status == UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        retryAfter(problem).ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        write(status, body(status, problem.slug(), problem.title(), problem.getMessage(), problem.faults()), response);
    }

    /** Answers outside of REST. */
    public static void write(HttpStatusProblem problem, HttpServletResponse response) throws IOException {
        String body = body(problem.status(), problem.slug(), problem.title(), problem.detail(), List.of());
        write(problem.status(), body, response);
    }

    /** @param incident finds the error in the log */
    static void writeUnexpected(String incident, HttpServletResponse response) throws IOException {
        write(500, unexpectedBody(incident), response);
    }

    private static void write(int status, String body, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write(body);
    }

    static int status(Problem problem) {
        return switch (problem.kind()) {
            case NOT_FOUND -> 404;
            case INVALID -> 400;
            case CONFLICT -> 409;
            case UNAUTHENTICATED -> UNAUTHORIZED;
            case FORBIDDEN -> 403;
            case TOO_LARGE -> 413;
            case MISDIRECTED -> 421;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** Whole seconds, rounded up, so that a retry after them is not too early. */
    private static OptionalLong retryAfter(Problem problem) {
        return problem.retryAfter()
                .map(wait -> OptionalLong.of(wait.plusMillis(999).toSeconds()))
                .orElse(OptionalLong.empty());
    }

    static String body(int status, String slug, String title, String detail, List<Fault> faults) {
        return body(status, slug, title, detail, faults, null);
    }

    private static String body(
            int status, String slug, String title, String detail, List<Fault> faults, String incident) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            json.write("type", "urn:millrace:problem:" + slug);
            json.write("title", title);
            json.write("status", status);
            json.write("detail", detail);
            if (!faults.isEmpty()) {
                json.writeStartArray("errors");
                for (Fault fault : faults) {
                    json.writeStartObject();
                    json.write("pointer", fault.pointer());
                    json.write("detail", fault.detail());
                    json.writeEnd();
                }
                json.writeEnd();
            }
            if (incident != null) {
                json.write("incident", incident);
            }
            json.writeEnd();
        }
        return text.toString();
    }
}
