package io.konsens;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaMember.Predicates.declaredIn;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The structure of the house, see CONTRIBUTING. Every rule is held against the product, and against classes under {@code
 * io.konsens.seeded} that break it: a rule that guards nothing fails here.
 */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.konsens");
    private static final JavaClasses SEEDED = new ClassFileImporter().importPackages("io.konsens.seeded");

    enum Rule {
        THE_DOMAIN_IS_PLAIN_JAVA(classes()
                .that()
                .resideInAPackage("..agreement.domain..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.jspecify.."))
                        .or(resideInAPackage("..agreement.domain.."))
                        .or(resideInAPackage("io.konsens.platform")))),
        USE_CASES_KNOW_NOTHING_AROUND_THEM(noClasses()
                .that()
                .resideInAPackage("..agreement.application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..agreement.process..",
                        "..agreement.persistence..",
                        "..agreement.web..",
                        "..agreement.campaign..",
                        "..agreement.progress..")),
        ENTRANCES_KNOW_USE_CASES_NOT_EACH_OTHER(slices().matching("..agreement.(process|persistence|web)")
                .should()
                .notDependOnEachOther()),
        ONLY_PROCESS_AND_PLATFORM_KNOW_THE_ENGINE(noClasses()
                .that()
                .resideOutsideOfPackages("..agreement.process..", "..platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")),
        ONLY_PERSISTENCE_KNOWS_MYBATIS(noClasses()
                .that()
                .resideOutsideOfPackage("..persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.ibatis..", "org.mybatis..")),
        MODULES_USE_EACH_OTHERS_ROOT_ONLY(noClasses()
                .that(resideOutsideOfPackages("..konsens.planning..", "..konsens.seeded.planning..", "..demo.."))
                .should()
                .dependOnClassesThat(insides("planning"))),
        HANDOVER_IS_USED_BY_ITS_ROOT_ONLY(noClasses()
                .that(resideOutsideOfPackages("..konsens.handover..", "..konsens.seeded.handover..", "..demo.."))
                .should()
                .dependOnClassesThat(insides("handover"))),
        NOTICE_IS_USED_BY_ITS_ROOT_ONLY(noClasses()
                .that(resideOutsideOfPackages("..konsens.notice..", "..konsens.seeded.notice..", "..demo.."))
                .should()
                .dependOnClassesThat(insides("notice"))),
        NOTHING_BUT_DEMO_DEPENDS_ON_DEMO(noClasses()
                .that()
                .resideOutsideOfPackage("..demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..konsens..demo..")),
        PLATFORM_KNOWS_NO_MODULE(noClasses()
                .that()
                .resideInAPackage("..platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..konsens..planning..",
                        "..konsens..agreement..",
                        "..konsens..handover..",
                        "..konsens..notice..")),
        MODULES_DO_NOT_TURN_IN_CIRCLES(
                slices().matching("io.konsens.(*)..").should().beFreeOfCycles()),
        DEPENDENCIES_COME_THROUGH_CONSTRUCTORS(fields().should().notBeAnnotatedWith(Autowired.class)),
        FIGURES_ARE_NEVER_KEPT_AS_BINARY_FRACTIONS(
                fields().that(areDeclaredOutsideOfPlatform()).should().notHaveRawType(binaryFraction())),
        FIGURES_ARE_NEVER_PASSED_AS_BINARY_FRACTIONS(codeUnits()
                .that(areDeclaredOutsideOfPlatform())
                .should()
                .notHaveRawReturnType(binaryFraction())
                .andShould()
                .notHaveRawParameterTypes(anyElementThat(binaryFraction()))),
        ONLY_THE_INJECTED_CLOCK_IS_ASKED(noClasses()
                .that()
                .resideOutsideOfPackage("io.konsens.platform")
                .should()
                .callMethodWhere(asksTheMachineForTheTime())
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }

        private static DescribedPredicate<JavaMember> areDeclaredOutsideOfPlatform() {
            return declaredIn(resideOutsideOfPackage("io.konsens.platform.."));
        }

        private static DescribedPredicate<JavaClass> binaryFraction() {
            return DescribedPredicate.describe(
                    "a binary fraction",
                    type -> type.isEquivalentTo(double.class)
                            || type.isEquivalentTo(float.class)
                            || type.isEquivalentTo(Double.class)
                            || type.isEquivalentTo(Float.class));
        }

        private static DescribedPredicate<JavaMethodCall> asksTheMachineForTheTime() {
            return DescribedPredicate.describe(
                    "asks the machine for the time",
                    call -> call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class)));
        }

        private static DescribedPredicate<JavaClass> insides(String module) {
            return DescribedPredicate.describe(
                    "inside module " + module,
                    type -> type.getPackageName().matches("io\\.konsens\\.(seeded\\.)?" + module + "\\..+"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_product_keeps_every_rule(Rule rule) {
        rule.rule.check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_notices_who_breaks_it(Rule rule) {
        JavaClasses broken = rule == Rule.MODULES_DO_NOT_TURN_IN_CIRCLES
                ? new ClassFileImporter().importPackages("io.konsens.seeded", "io.konsens.platform")
                : SEEDED;
        ArchRule checked = rule == Rule.MODULES_DO_NOT_TURN_IN_CIRCLES
                ? slices().matching("io.konsens.seeded.(*)..").should().beFreeOfCycles()
                : rule.rule;
        assertThat(checked.evaluate(broken).hasViolation()).isTrue();
    }
}
