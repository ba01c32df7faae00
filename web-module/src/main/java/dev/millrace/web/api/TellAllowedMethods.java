package dev.millrace.web.api;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Adds {@code Allow} to each 405, as RFC 9110 (15.5.6) requires it, the same on every server. */
@Provider
@ApplicationScoped
public class TellAllowedMethods implements ContainerResponseFilter {
    private static final int METHOD_NOT_ALLOWED = 405;

    private AllowedMethods methods;

    /** For the container. */
    public TellAllowedMethods() {}

    @Inject
    TellAllowedMethods(BeanManager beans) {
        methods = AllowedMethods.of(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .collect(Collectors.toSet()));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED) {
            String path = request.getUriInfo().getPath();
            String allowed = methods.of(path.startsWith("/") ? path : "/" + path);
            response.getHeaders().put(HttpHeaders.ALLOW, List.of(allowed));
        }
    }
}
