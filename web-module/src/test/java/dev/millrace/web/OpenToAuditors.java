package dev.millrace.web;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Every call that only reads is open to auditors, and every call that changes something is not. */
final class OpenToAuditors extends ArchCondition<JavaClass> {
    OpenToAuditors() {
        super("let auditors read, and only admins change");
    }

    @Override
    public void check(JavaClass resource, ConditionEvents events) {
        for (JavaMethod method : resource.getMethods()) {
            Set<String> required = requiredRoles(method);
            if (required != null && !required.equals(allowed(method))) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is not for " + required));
            }
        }
    }

    private static Set<String> requiredRoles(JavaMethod method) {
        if (method.isAnnotatedWith(GET.class)) {
            return Set.of("admin", "auditor");
        }
        boolean changes = method.isAnnotatedWith(POST.class)
                || method.isAnnotatedWith(PUT.class)
                || method.isAnnotatedWith(PATCH.class)
                || method.isAnnotatedWith(DELETE.class);
        return changes ? Set.of("admin") : null;
    }

    private static Set<String> allowed(JavaMethod method) {
        RolesAllowed roles = method.isAnnotatedWith(RolesAllowed.class)
                ? method.getAnnotationOfType(RolesAllowed.class)
                : method.getOwner().getAnnotationOfType(RolesAllowed.class);
        return Set.of(roles.value());
    }
}
