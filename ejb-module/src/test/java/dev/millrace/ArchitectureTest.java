package dev.millrace;

import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Stateless;
import jakarta.json.spi.JsonProvider;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.Step;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.millrace", importOptions = ServerClasses.class)
class ArchitectureTest {
    private static final ArchCondition<JavaMethod> BE_CALLED_BY_THEIR_OWN_CLASS_ONLY =
            new ArchCondition<>("be called by their own class only") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getAccessesToSelf().stream()
                            .filter(access -> !access.getOriginOwner().equals(method.getOwner()))
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(access, access.getDescription())));
                }
            };

    private static final DescribedPredicate<JavaClass> ARE_STARTED_WITH_A_LOOP = describe(
            "are started with the server and hold a loop",
            type -> type.isAnnotatedWith(Startup.class)
                    && type.getFields().stream()
                            .anyMatch(field -> field.getRawType().isEquivalentTo(Loop.class)));

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.millrace.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("dev.millrace.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("dev.millrace.platform..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.millrace..")
                    .and(not(resideInAPackage("dev.millrace.platform..")
                            .or(resideInAnyPackage("dev.millrace.contract..", "dev.millrace.redis..")))));

    @ArchTest
    static final ArchRule nothing_depends_on_the_web_layer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.websocket..", "jakarta.servlet..", "dev.millrace.web..");

    @ArchTest
    static final ArchRule only_packages_that_talk_to_redis_use_its_client = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.millrace.redis..",
                    "dev.millrace.platform.redis..",
                    "dev.millrace.dispatch..",
                    "dev.millrace.result..",
                    "dev.millrace.push..",
                    "dev.millrace.catalogue..",
                    "dev.millrace.monitoring.health..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("redis.clients..");

    @ArchTest
    static final ArchRule a_task_does_not_know_how_it_travels = noClasses()
            .that()
            .resideInAPackage("dev.millrace.task..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "redis.clients..",
                    "dev.millrace.redis..",
                    "dev.millrace.platform.redis..",
                    "dev.millrace.dispatch..");

    @ArchTest
    static final ArchRule only_loops_start_threads = noClasses()
            .that()
            .resideOutsideOfPackage("dev.millrace.platform.loop..")
            .should()
            .callMethod(ThreadFactory.class, "newThread", Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class);

    @ArchTest
    static final ArchRule wiring_that_only_starts_loops_is_named_loop = classes()
            .that(ARE_STARTED_WITH_A_LOOP)
            .and()
            .doNotHaveFullyQualifiedName("dev.millrace.dispatch.Dispatcher")
            .and()
            .doNotHaveFullyQualifiedName("dev.millrace.monitoring.health.HealthMonitor")
            .should()
            .haveNameMatching(".*Loops?")
            .because("other packages ask the two that are left out");

    @ArchTest
    static final ArchRule a_step_is_not_named_loop = noClasses()
            .that()
            .implement(Step.class)
            .and()
            .resideOutsideOfPackage("dev.millrace.monitoring.health..")
            .should()
            .haveNameMatching(".*Loops?")
            .because("loop and step are told apart");

    @ArchTest
    static final ArchRule there_is_one_json_factory = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.millrace.platform.json.Json")
            .should()
            .dependOnClassesThat(belongToAnyOf(jakarta.json.Json.class, JsonProvider.class)
                    .or(resideInAnyPackage("com.fasterxml.jackson..", "jakarta.json.bind..")))
            .because("it looks its provider up once");

    @ArchTest
    static final ArchRule enterprise_beans_call_each_other_by_public_methods = methods()
            .that()
            .areDeclaredInClassesThat(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))
            .and()
            .areNotPublic()
            .should(BE_CALLED_BY_THEIR_OWN_CLASS_ONLY)
            .because("the container refuses others, which a test without a container does not show");

    @ArchTest
    static final ArchRule times_are_instants = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.millrace.account.AccessTokens")
            .and()
            .doNotHaveFullyQualifiedName("dev.millrace.account.TokenVerifier")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class)
            .because("only the JWT library asks for dates");

    @ArchTest
    static final ArchRule only_the_first_admin_s_password_is_printed = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.millrace.account.FirstAdmin")
            .should(ACCESS_STANDARD_STREAMS);
}
