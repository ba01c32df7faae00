package dev.millrace;

import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("dev.millrace.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("dev.millrace.platform.config"), alwaysTrue())
            .because("config gathers the settings records of all, and is the only one that may");

    @ArchTest
    static final ArchRule the_business_does_not_know_the_door = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.websocket..", "jakarta.servlet..", "dev.millrace.web..");

    @ArchTest
    static final ArchRule only_those_who_speak_with_redis_see_its_client = noClasses()
            .that()
            .resideOutsideOfPackages(
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
            .resideInAnyPackage("redis.clients..", "dev.millrace.platform.redis..", "dev.millrace.dispatch..");

    @ArchTest
    static final ArchRule only_loops_have_threads_and_so_every_thread_has_a_name = noClasses()
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
    static final ArchRule times_are_instants = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.millrace.account.AccessTokens")
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
