package dev.millrace.redis;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(
        packages = "dev.millrace",
        importOptions = {ImportOption.DoNotIncludeTests.class, RedisSupportArchitectureTest.DoNotIncludeTestkit.class})
class RedisSupportArchitectureTest {
    static final class DoNotIncludeTestkit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/tests/testkit/") && !location.contains("millrace-testkit");
        }
    }

    @ArchTest
    static final ArchRule the_contract_knows_no_redis_client = classes()
            .that()
            .resideInAPackage("dev.millrace.contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.millrace.contract..");

    @ArchTest
    static final ArchRule redis_support_knows_the_contract_and_the_client_only = classes()
            .that()
            .resideInAPackage("dev.millrace.redis..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "redis.clients..",
                    "org.apache.commons.pool2..",
                    "dev.millrace.contract..",
                    "dev.millrace.redis..");

    @ArchTest
    static final ArchRule redis_support_neither_logs_nor_starts_threads = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(System.Logger.class, Thread.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..");
}
