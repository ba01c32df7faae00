package dev.millrace.web.forwarded;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

/** A request as a container passes it on: peer, scheme, headers and attributes. */
public final class FakeRequest {
    private final String peer;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private String scheme = "http";
    private String contextPath = "";
    private String path = "/";

    private FakeRequest(String peer) {
        this.peer = peer;
    }

    public static FakeRequest from(String peer) {
        return new FakeRequest(peer);
    }

    public FakeRequest over(String scheme) {
        this.scheme = scheme;
        return this;
    }

    /** @param contextPath without a slash at its end */
    public FakeRequest below(String contextPath) {
        this.contextPath = contextPath;
        return this;
    }

    public FakeRequest to(String path) {
        this.path = path;
        return this;
    }

    /** @param value null: no such header */
    public FakeRequest with(String name, String value) {
        if (value != null) {
            headers.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
        }
        return this;
    }

    /** As if proxies had said so. */
    public FakeRequest sentAs(OriginalRequest original) {
        original.attachTo(servlet());
        return this;
    }

    public HttpServletRequest servlet() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getScheme" -> scheme;
                    case "isSecure" -> scheme.equals("https");
                    case "getServerName" -> "::1";
                    case "getServerPort" -> 8080;
                    case "getContextPath" -> contextPath;
                    case "getRequestURI" -> contextPath + path;
                    case "getServletPath" -> path;
                    case "getPathInfo" -> null;
                    case "getHeader" -> values(arguments[0]).stream()
                            .findFirst()
                            .orElse(null);
                    case "getHeaders" -> Collections.enumeration(values(arguments[0]));
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    HeaderValues headers() {
        return this::values;
    }

    private List<String> values(Object name) {
        return headers.getOrDefault((String) name, List.of());
    }
}
