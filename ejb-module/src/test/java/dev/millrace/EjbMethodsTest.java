package dev.millrace;

import jakarta.ejb.Stateless;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What only a container would complain about otherwise, and only when it is called. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = DoNotIncludeTests.class)
class EjbMethodsTest {
    @ArchTest
    static final ArchRule injected_ejbs_are_called_by_public_methods_only =
            noClasses().should(callAnInjectedEjbByAMethodThatIsNotPublic());

    private static ArchCondition<JavaClass> callAnInjectedEjbByAMethodThatIsNotPublic() {
        return new ArchCondition<>("call an injected EJB by a method that is not public") {
            @Override
            public void check(JavaClass caller, ConditionEvents events) {
                caller.getMethodCallsFromSelf().stream()
                        .filter(EjbMethodsTest::isForbidden)
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static boolean isForbidden(JavaMethodCall call) {
        JavaClass ejb = call.getTargetOwner();
        if (!ejb.isAnnotatedWith(Stateless.class) || isItselfOrMade(call.getOriginOwner(), ejb)) {
            return false;
        }
        return call.getTarget()
                .resolveMember()
                .filter(method -> !isCallable(method))
                .isPresent();
    }

    /** Calls on {@code this}, and on instances that the caller has made itself, do not go through the container. */
    private static boolean isItselfOrMade(JavaClass caller, JavaClass ejb) {
        return caller.equals(ejb)
                || caller.getConstructorCallsFromSelf().stream()
                        .anyMatch(made -> made.getTargetOwner().equals(ejb));
    }

    private static boolean isCallable(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                || method.getModifiers().contains(JavaModifier.STATIC);
    }
}
