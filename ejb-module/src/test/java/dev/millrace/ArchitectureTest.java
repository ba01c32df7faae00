package dev.millrace;

import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

import jakarta.json.spi.JsonProvider;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
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
    static final ArchRule there_is_one_json_factory = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.millrace.platform.json.Json")
            .should()
            .dependOnClassesThat(belongToAnyOf(jakarta.json.Json.class, JsonProvider.class)
                    .or(resideInAnyPackage("com.fasterxml.jackson..", "jakarta.json.bind..")))
            .because("it looks its provider up once");

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
