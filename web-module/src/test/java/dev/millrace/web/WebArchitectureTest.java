package dev.millrace.web;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpFilter;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Checks all classes of the WAR: the web layer, the domain and the contract. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {
    @ArchTest
    static final ArchRule the_web_layer_uses_neither_redis_nor_sql = noClasses()
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
                    "dev.millrace.redis..",
                    "dev.millrace.platform.redis..",
                    "dev.millrace.platform.persistence..",
                    "dev.millrace.contract..");

    @ArchTest
    static final ArchRule only_classes_that_need_a_constructor_without_parameters_have_injected_fields = noFields()
            .that()
            .areAnnotatedWith(Inject.class)
            .should()
            .beDeclaredInClassesThat(not(assignableTo(HttpFilter.class)
                    .or(annotatedWith(Stateless.class))
                    .or(annotatedWith(Singleton.class))
                    .or(annotatedWith(WebServlet.class))
                    .or(annotatedWith(ServerEndpoint.class))))
            .because("beans and resources take their collaborators in a constructor");

    @ArchTest
    static final ArchRule a_bean_takes_at_most_seven_collaborators = constructors()
            .that()
            .areAnnotatedWith(Inject.class)
            .should(ArchCondition.from(describe(
                    "take at most seven parameters",
                    constructor -> constructor.getParameters().size() <= 7)))
            .because("a class with more does too much");

    @ArchTest
    static final ArchRule resources_have_a_public_constructor_without_parameters = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .or()
            .areAnnotatedWith(Provider.class)
            .should(ArchCondition.from(
                    describe("have a public constructor without parameters", type -> type.tryGetConstructor()
                            .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                            .isPresent())))
            .because("RESTEasy looks for one");

    @ArchTest
    static final ArchRule there_is_one_json_factory = noClasses()
            .that()
            .resideInAPackage("dev.millrace.web..")
            .should()
            .dependOnClassesThat(belongToAnyOf(jakarta.json.Json.class, JsonProvider.class)
                    .or(resideInAnyPackage("com.fasterxml.jackson..", "jakarta.json.bind..")));

    @ArchTest
    static final ArchRule nothing_depends_on_the_web_layer = noClasses()
            .that()
            .resideOutsideOfPackage("dev.millrace.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.millrace.web..");

    @ArchTest
    static final ArchRule the_contract_depends_on_nothing_else = classes()
            .that()
            .resideInAPackage("dev.millrace.contract..")
            .should()
            .onlyDependOnClassesThat(
                    resideOutsideOfPackage("dev.millrace..").or(resideInAnyPackage("dev.millrace.contract..")));

    @ArchTest
    static final ArchRule redis_support_depends_on_the_contract_only = classes()
            .that()
            .resideInAPackage("dev.millrace.redis..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("dev.millrace..")
                    .or(resideInAnyPackage("dev.millrace.redis..", "dev.millrace.contract..")));

    @ArchTest
    static final ArchRule nothing_depends_on_the_worker =
            noClasses().should().dependOnClassesThat(resideInAPackage("dev.millrace.worker.."));

    @ArchTest
    static final ArchRule web_packages_have_no_cycles =
            slices().matching("dev.millrace.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("dev.millrace.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule auditors_see_what_admins_see_and_change_nothing =
            classes().that().resideInAPackage("dev.millrace.web.admin..").should(new OpenToAuditors());

    @ArchTest
    static final ArchRule connections_do_not_know_their_transport = noClasses()
            .that()
            .haveSimpleName("ClientConnection")
            .or()
            .haveSimpleName("OpenConnections")
            .or()
            .haveSimpleName("SendQueue")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.websocket..", "jakarta.servlet..", "jakarta.ws.rs..");
}
