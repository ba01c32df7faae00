package dev.millrace.web.problem;

import java.io.StringWriter;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.millrace.problem.Fault;
import dev.millrace.problem.Problem;

/** A problem as an HTTP answer. */
final class ProblemAnswer {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int UNAUTHORIZED = 401;

    private ProblemAnswer() {}

    static Response of(Problem problem) {
        int status =
                switch (problem.kind()) {
                    case NOT_FOUND -> 404;
                    case INVALID -> 400;
                    case CONFLICT -> 409;
                    case UNAUTHENTICATED -> UNAUTHORIZED;
                    case FORBIDDEN -> 403;
                    case TOO_LARGE -> 413;
                    case TOO_MANY -> 429;
                    case UNAVAILABLE -> 503;
                };
        return of(status, problem.slug(), problem.title(), problem.getMessage(), problem.faults());
    }

    static Response of(int status, String slug, String title, String detail, List<Fault> faults) {
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
            json.writeEnd();
        }
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(text.toString());
        return (status == UNAUTHORIZED
                        ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"millrace\"")
                        : answer)
                .build();
    }
}
