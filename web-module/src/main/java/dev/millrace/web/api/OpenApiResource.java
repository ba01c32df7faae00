package dev.millrace.web.api;

import java.io.InputStream;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The OpenAPI document, at the same root as the API that it describes. */
@Path("/openapi.yaml")
@RequestScoped
@PermitAll
public class OpenApiResource {
    @GET
    @Produces("application/yaml")
    public InputStream document() {
        return OpenApiResource.class.getResourceAsStream("/META-INF/openapi.yaml");
    }
}
