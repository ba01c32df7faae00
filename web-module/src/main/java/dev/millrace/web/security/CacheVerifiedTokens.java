package dev.millrace.web.security;

import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Replaces Jakarta Security's {@link IdentityStoreHandler}, which Payara's MicroProfile JWT calls for each request. It
 * calls the container's own handler only for unknown tokens. Servers whose MicroProfile JWT works without Jakarta
 * Security, as WildFly's, never call it.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class CacheVerifiedTokens {
    private Clock clock;
    private HttpServletRequest request;

    /** For the container. */
    protected CacheVerifiedTokens() {}

    @Inject
    CacheVerifiedTokens(Clock clock, HttpServletRequest request) {
        this.clock = clock;
        this.request = request;
    }

    /**
     * No class implements the interface by name, as WildFly would take that for a mechanism of the application's own.
     */
    @Produces
    @ApplicationScoped
    IdentityStoreHandler handler(BeanManager beans) {
        IdentityStoreHandler container = containerHandler(beans);
        VerifiedTokenCache known = new VerifiedTokenCache();
        return credential -> validate(credential, known, container);
    }

    private CredentialValidationResult validate(
            Credential credential, VerifiedTokenCache known, IdentityStoreHandler container) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return container.validate(credential);
        }
        return known.get(header, clock.instant()).orElseGet(() -> {
            CredentialValidationResult result = container.validate(credential);
            known.put(header, result, clock.instant());
            return result;
        });
    }

    private static IdentityStoreHandler containerHandler(BeanManager beans) {
        Bean<?> bean = beans.getBeans(IdentityStoreHandler.class).stream()
                .filter(it -> it.getBeanClass() != CacheVerifiedTokens.class)
                .findAny()
                .orElseThrow();
        return (IdentityStoreHandler)
                beans.getReference(bean, IdentityStoreHandler.class, beans.createCreationalContext(bean));
    }
}
