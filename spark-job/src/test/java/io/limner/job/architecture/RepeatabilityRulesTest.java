package io.limner.job.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A row is a pure function of (spec, sample id): what would break that is banned from where rows are decided. */
class RepeatabilityRulesTest {

    private static JavaClasses limner;

    @BeforeAll
    static void readClasses() {
        limner = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                        "io.limner.schema",
                        "io.limner.renderer",
                        "io.limner.job.write",
                        "io.limner.job.plan",
                        "io.limner.job.execute");
    }

    private static GivenClassesConjunction decidingClasses() {
        return noClasses()
                .that()
                .resideInAnyPackage("io.limner.schema..", "io.limner.renderer.head..", "io.limner.renderer.label..");
    }

    private static DescribedPredicate<JavaMethodCall> callOf(Class<?> type, String methods) {
        return JavaClass.Predicates.equivalentTo(type)
                .onResultOf(JavaMethodCall::getTargetOwner)
                .and(target(nameMatching(methods)).forSubtype())
                .as("a call of %s.(%s)", type.getSimpleName(), methods);
    }

    @Test
    void noSharedOrUnseededChance() {
        decidingClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(limner);
    }

    @Test
    void noClock() {
        decidingClasses()
                .should()
                .callMethodWhere(callOf(System.class, "currentTimeMillis|nanoTime"))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .check(limner);
    }

    /** Math's transcendental functions may differ in the last bit from one machine to another; StrictMath's may not. */
    @Test
    void transcendentalFunctionsAreStrict() {
        decidingClasses()
                .should()
                .callMethodWhere(callOf(
                        Math.class,
                        "sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p|pow|cbrt|hypot"))
                .check(limner);
    }

    /** Where a machine speaks Arabic, its digits would be in file names and hashes. */
    @Test
    void textIsFormattedForNoMachinesLanguage() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.limner.schema..",
                        "io.limner.renderer..",
                        "io.limner.job.write..",
                        "io.limner.job.plan..",
                        "io.limner.job.execute..")
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethodWhere(callOf(String.class, "formatted"))
                .check(limner);
    }
}
