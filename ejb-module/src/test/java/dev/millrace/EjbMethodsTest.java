package dev.millrace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Finds faults of EJBs that otherwise only a container reports, and only at the call. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = DoNotIncludeTests.class)
class EjbMethodsTest {
    @ArchTest
    static final ArchRule injected_ejbs_are_called_by_public_methods_only =
            noClasses().should(callAnInjectedEjbByAMethodThatIsNotPublic());

    /** Payara looks a callback up by its name, and may find the other method. */
    @ArchTest
    static final ArchRule a_callback_shares_its_name_with_no_other_method = methods()
            .that()
            .areAnnotatedWith(PostConstruct.class)
            .or()
            .areAnnotatedWith(PreDestroy.class)
            .should(haveANameOfTheirOwn());

    private static ArchCondition<JavaMethod> haveANameOfTheirOwn() {
        return new ArchCondition<>("have a name of their own") {
            @Override
            public void check(JavaMethod callback, ConditionEvents events) {
                long namesakes = callback.getOwner().getMethods().stream()
                        .filter(method -> method.getName().equals(callback.getName()))
                        .count();
                events.add(new SimpleConditionEvent(callback, namesakes == 1, callback.getDescription()));
            }
        };
    }

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
