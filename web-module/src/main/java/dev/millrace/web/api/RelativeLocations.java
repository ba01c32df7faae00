package dev.millrace.web.api;

import java.net.URI;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/**
 * Writes {@code Location} relative to the request (RFC 9110, 10.2.2). So it leads to the right place whatever scheme,
 * host and prefix the client used, and the client never follows it to another server.
 */
@Provider
public class RelativeLocations implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location != null && location.isAbsolute()) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, relative(request.getUriInfo(), location));
        }
    }

    /** @return relative to the request's address; as it is if it is not below the API's base address */
    private static String relative(UriInfo request, URI location) {
        String base = request.getBaseUri().toString();
        String target = location.toString();
        return target.startsWith(base) ? relative(request.getPath(false), target.substring(base.length())) : target;
    }

    /**
     * @param path of the request, below the base address; only some servers begin it with a slash
     * @param target below the base address
     */
    static String relative(String path, String target) {
        long folders = path.chars().skip(1).filter(c -> c == '/').count();
        return "../".repeat((int) folders) + target;
    }
}
