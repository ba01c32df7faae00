package dev.millrace.worker;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.millrace.worker", importOptions = ImportOption.DoNotIncludeTests.class)
class WorkerArchitectureTest {
    @ArchTest
    static final ArchRule the_worker_knows_of_millrace_only_contract_and_redis_support = classes()
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("dev.millrace..")
                    .or(resideInAnyPackage(
                            "dev.millrace.worker..", "dev.millrace.contract..", "dev.millrace.redis..")));

    @ArchTest
    static final ArchRule handlers_know_only_the_api = noClasses()
            .that()
            .resideInAPackage("..handlers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.millrace.worker.execution..",
                    "dev.millrace.worker.attempt..",
                    "dev.millrace.worker.child..",
                    "dev.millrace.worker.order..",
                    "dev.millrace.worker.report..",
                    "dev.millrace.worker.redis..",
                    "dev.millrace.redis..",
                    "dev.millrace.contract..");

    @ArchTest
    static final ArchRule code_of_child_processes_never_sees_redis = noClasses()
            .that()
            .resideInAnyPackage("..attempt..", "..child..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "redis.clients..",
                    "dev.millrace.redis..",
                    "dev.millrace.worker.redis..",
                    "dev.millrace.worker.report..",
                    "dev.millrace.worker.execution..",
                    "dev.millrace.worker.order..");
}
