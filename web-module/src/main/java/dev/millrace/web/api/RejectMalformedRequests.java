package dev.millrace.web.api;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.platform.problem.Problem;
import dev.millrace.platform.uri.RequestPath;
import dev.millrace.web.problem.HttpStatusProblem;
import dev.millrace.web.problem.ProblemResponse;

/**
 * Rejects requests that servers, proxies or SQL would each read in another way: one check for all paths, so that nothing
 * behind it meets U+0000, broken encodings or unknown charsets. {@code web.xml} registers it.
 */
public class RejectMalformedRequests extends HttpFilter {
    private static final Set<String> READING_METHODS = Set.of("GET", "HEAD");
    private static final Set<String> READ_ONLY_CALLS = Set.of("/api/docs", "/api/events");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            throwIfMalformed(request);
        } catch (Problem e) {
            ProblemResponse.write(e, response);
            return;
        }
        String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        boolean reads = READING_METHODS.contains(request.getMethod());
        if (!reads && isReadOnly(path)) {
            response.setHeader("Allow", "GET, HEAD");
            ProblemResponse.write(HttpStatusProblem.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED), response);
        } else if (isOfTheServer(path)) {
            ProblemResponse.write(HttpStatusProblem.of(HttpServletResponse.SC_NOT_FOUND), response);
        } else if (!reads && !hasReadableType(request)) {
            ProblemResponse.write(HttpStatusProblem.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void throwIfMalformed(HttpServletRequest request) {
        if (!RequestPath.isUnambiguous(request.getRequestURI())) {
            throw MalformedRequest.path();
        }
        for (String name : Collections.list(request.getHeaderNames())) {
            List<String> values = Collections.list(request.getHeaders(name));
            if (!values.stream().allMatch(RejectMalformedRequests::isPrintable)) {
                throw MalformedRequest.headers();
            }
            if (!isReadable(name.toLowerCase(Locale.ROOT), values)) {
                throw MalformedRequest.header(name.toLowerCase(Locale.ROOT));
            }
        }
        if (request.getQueryString() != null) {
            CheckQuery.throwIfMalformed(request.getQueryString());
        }
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(character -> character >= ' ' && character != 0x7f || character == '\t');
    }

    private static boolean isReadable(String name, List<String> values) {
        return switch (name) {
            case "content-length", "content-type", "host", "authorization" -> values.size() == 1;
            case "transfer-encoding" -> values.size() == 1 && values.get(0).equalsIgnoreCase("chunked");
            case "accept" -> values.stream().allMatch(MediaTypes::isAcceptable);
            default -> true;
        };
    }

    private static boolean hasReadableType(HttpServletRequest request) {
        return request.getContentType() == null || MediaTypes.isInUtf8(request.getContentType());
    }

    private static boolean isReadOnly(String path) {
        return !path.startsWith("/api/") || READ_ONLY_CALLS.contains(path);
    }

    /** Payara shows metrics of its own below those of Millrace, to everybody; servers list or forbid folders. */
    private static boolean isOfTheServer(String path) {
        return path.startsWith("/metrics/") || path.startsWith("/assets/") && path.endsWith("/");
    }
}
