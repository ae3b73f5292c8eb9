package io.konsens;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/** The rules of CONTRIBUTING that the compiler does not hold. Each is broken once in {@code seeded}, under its name. */
enum Architecture {
    ARROWS(
            "The arrows run one way: process, persistence and web to application to domain.",
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("process")
                    .definedBy("..konsens.agreement.process..")
                    .layer("persistence")
                    .definedBy("..konsens.agreement.persistence..")
                    .layer("web")
                    .definedBy("..konsens.agreement.web..")
                    .layer("application")
                    .definedBy("..konsens.agreement.application..")
                    .layer("domain")
                    .definedBy("..konsens.agreement.domain..")
                    .whereLayer("process")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("persistence")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("web")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("application")
                    .mayOnlyBeAccessedByLayers("process", "persistence", "web")),
    DOMAIN(
            "The domain decides what is allowed and knows nothing of how it is asked or kept.",
            classes()
                    .that()
                    .resideInAPackage("..konsens.agreement.domain..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                                    "java..", "org.jspecify..", "..konsens.agreement.domain..")
                            .and(not(resideInAnyPackage("java.sql..", "java.net..")))
                            .or(nameMatching(".*\\.konsens\\.platform\\.(Refusal(\\$Kind)?|Problem|Localized)")))),
    ENGINE(
            "Only process and platform know the engine, so that another one stays a change of imports.",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..konsens.*.process..", "..konsens.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.camunda..")),
    MAPPING(
            "Only persistence knows how tables are mapped.",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..konsens.*.persistence..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.ibatis..", "org.mybatis..")),
    INSIDES(
            "What is inside a module may change without asking: others use its root package only. The demo plays people.",
            classes().that().resideOutsideOfPackage("..konsens.demo..").should(Modules.useRootPackagesOfOthers())),
    CARRIED(
            "The platform carries the modules and knows none of them.",
            noClasses()
                    .that()
                    .resideInAPackage("..konsens.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..konsens.planning..",
                            "..konsens.agreement..",
                            "..konsens.handover..",
                            "..konsens.demo..")),
    CYCLES(
            "No module needs, by whatever detour, one that needs it.",
            slices().matching("..konsens.(planning|agreement|handover|demo|platform)..")
                    .should()
                    .beFreeOfCycles()),
    INJECTION("What a class needs is in its constructor.", NO_CLASSES_SHOULD_USE_FIELD_INJECTION),
    PRINTING("Nothing is printed past the log.", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),
    LOGGING("There is one log.", NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING),
    AMOUNTS(
            "An amount is exact.",
            noClasses()
                    .that()
                    .resideInAnyPackage("..konsens.planning..", "..konsens.agreement..", "..konsens.handover..")
                    .should(Modules.have(Set.of("double", "float", "java.lang.Double", "java.lang.Float")))),
    CLOCK(
            "What time it is says the injected clock, so that weeks can be played in seconds.",
            noClasses()
                    .that()
                    .doNotHaveSimpleName("ShiftableClock")
                    .should()
                    .callMethodWhere(target(nameMatching("now"))
                            .and(target(owner(resideInAPackage("java.time"))))
                            .and(target(not(rawParameterTypes(Clock.class))))));

    final String why;
    final ArchRule rule;

    Architecture(String why, ArchRule rule) {
        this.why = why;
        this.rule = rule.allowEmptyShould(true).because(why);
    }
}
