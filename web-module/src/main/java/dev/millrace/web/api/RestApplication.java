package dev.millrace.web.api;

import java.util.Map;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The REST application under {@code /api}. WildFly gives a security domain without stored identities to applications with
 * this login configuration only; the mechanism itself is {@link dev.millrace.web.security.BearerAuthentication}.
 */
@ApplicationPath("/api")
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT", realmName = "millrace")
@DeclareRoles({"user", "admin", "auditor"})
public class RestApplication extends Application {
    /**
     * For Payara: it would describe the API by itself, with its product and version, and would make each
     * {@code Location} absolute.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
