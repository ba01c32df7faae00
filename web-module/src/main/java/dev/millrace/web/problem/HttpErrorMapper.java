package dev.millrace.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Hands the platform's own HTTP errors to {@link AnyErrorMapper}, before a default mapper of a server takes them. */
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {
    @Context
    private Providers providers;

    @Override
    public Response toResponse(WebApplicationException error) {
        return providers.getExceptionMapper(Throwable.class).toResponse(error);
    }
}
