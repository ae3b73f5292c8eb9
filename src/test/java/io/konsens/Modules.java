package io.konsens;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the library that checks the architecture has no words for. */
final class Modules {

    private static final Pattern PACKAGE = Pattern.compile(".*\\bkonsens\\.(\\w+)(\\..+)?");

    private Modules() {}

    static ArchCondition<JavaClass> useRootPackagesOfOthers() {
        return new ArchCondition<>("use the root package of other modules only") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                Matcher own = PACKAGE.matcher(user.getPackageName());
                if (!own.matches()) {
                    return;
                }
                user.getDirectDependenciesFromSelf().forEach(dependency -> {
                    Matcher used = PACKAGE.matcher(dependency.getTargetClass().getPackageName());
                    if (used.matches() && !used.group(1).equals(own.group(1)) && used.group(2) != null) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                });
            }
        };
    }

    /** Fields, parameters or results of one of these types. */
    static ArchCondition<JavaClass> have(Set<String> types) {
        return new ArchCondition<>("have fields, parameters or results of " + types) {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                owner.getFields().stream()
                        .filter(field -> types.contains(field.getRawType().getName()))
                        .forEach(field -> events.add(SimpleConditionEvent.satisfied(field, field.getDescription())));
                owner.getCodeUnits().stream()
                        .filter(code -> types(code).anyMatch(types::contains))
                        .forEach(code -> events.add(SimpleConditionEvent.satisfied(code, code.getDescription())));
            }
        };
    }

    private static Stream<String> types(JavaCodeUnit code) {
        return Stream.concat(Stream.of(code.getRawReturnType()), code.getRawParameterTypes().stream())
                .map(JavaClass::getName);
    }
}
