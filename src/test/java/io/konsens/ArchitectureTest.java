package io.konsens;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that guards nothing is worse than none: so each has to hold for our classes and to fail for those that break it. */
class ArchitectureTest {

    private static final JavaClasses KONSENS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.konsens");

    @ParameterizedTest
    @EnumSource
    void holds(Architecture architecture) {
        architecture.rule.check(KONSENS);
    }

    @ParameterizedTest
    @EnumSource
    void is_noticed_when_broken(Architecture architecture) {
        String seed = "seeded." + architecture.name().toLowerCase(Locale.ROOT);
        JavaClasses broken = new ClassFileImporter().importPackages(seed);

        assertThat(broken).as("classes in " + seed).isNotEmpty();
        assertThat(architecture.rule.evaluate(broken).hasViolation()).isTrue();
    }
}
