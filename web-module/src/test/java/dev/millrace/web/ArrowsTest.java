package dev.millrace.web;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Looks at all that the WAR is made of: the door, the business, the contract. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    @ArchTest
    static final ArchRule the_door_sees_neither_redis_nor_sql = noClasses()
            .that()
            .resideInAPackage("dev.millrace.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "redis.clients..",
                    "jakarta.persistence..",
                    "org.eclipse.persistence..",
                    "java.sql..",
                    "javax.sql..",
                    "dev.millrace.platform.redis..",
                    "dev.millrace.platform.persistence..",
                    "dev.millrace.contract..");

    @ArchTest
    static final ArchRule the_business_does_not_know_the_door = noClasses()
            .that()
            .resideOutsideOfPackage("dev.millrace.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.millrace.web..");

    @ArchTest
    static final ArchRule what_is_shared_with_workers_knows_nobody = classes()
            .that()
            .resideInAPackage("dev.millrace.contract..")
            .should()
            .onlyDependOnClassesThat(
                    resideOutsideOfPackage("dev.millrace..").or(resideInAnyPackage("dev.millrace.contract..")));

    @ArchTest
    static final ArchRule nobody_here_knows_the_worker =
            noClasses().should().dependOnClassesThat(resideInAPackage("dev.millrace.worker.."));

    @ArchTest
    static final ArchRule features_of_the_door_have_no_cycles =
            slices().matching("dev.millrace.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_have_no_cycles = slices().matching("dev.millrace.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("dev.millrace.platform.config"), alwaysTrue())
            .because("config gathers the settings records of all, and is the only one that may");

    @ArchTest
    static final ArchRule auditors_see_whatever_admins_see_and_change_nothing =
            classes().that().resideInAPackage("dev.millrace.web.admin..").should(new OpenToAuditors());

    @ArchTest
    static final ArchRule sessions_do_not_know_their_transport = noClasses()
            .that()
            .haveSimpleName("LiveSession")
            .or()
            .haveSimpleName("OpenSessions")
            .or()
            .haveSimpleName("Outbox")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.websocket..", "jakarta.servlet..", "jakarta.ws.rs..");
}
