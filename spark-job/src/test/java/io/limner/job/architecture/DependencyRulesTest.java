package io.limner.job.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Serializable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may depend on whom, over the classes of all three modules. */
class DependencyRulesTest {

    private static final String SCHEMA = "io.limner.schema..";
    private static final String RENDERER = "io.limner.renderer..";
    private static final String JOB = "io.limner.job..";
    private static final String[] DRAWING = {
        "io.limner.renderer.egl..", "io.limner.renderer.gl..", "io.limner.renderer.pass.."
    };

    private static JavaClasses limner;

    @BeforeAll
    static void readClasses() {
        limner = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.limner");
    }

    @Test
    void schemaKnowsNeitherRendererNorJob() {
        noClasses()
                .that()
                .resideInAPackage(SCHEMA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RENDERER, JOB)
                .check(limner);
    }

    @Test
    void rendererDoesNotKnowTheJob() {
        noClasses()
                .that()
                .resideInAPackage(RENDERER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JOB)
                .check(limner);
    }

    @Test
    void everythingIsInAModule() {
        classes().should().resideInAnyPackage(SCHEMA, RENDERER, JOB).check(limner);
    }

    @Test
    void onlyEglGlAndPassTouchOpenGl() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DRAWING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lwjgl.opengl..", "org.lwjgl.egl..")
                .check(limner);
    }

    /** The encoders reach libturbojpeg through LWJGL's foreign function calls: native memory, but no OpenGL. */
    @Test
    void onlyTheEncodersTouchTheRestOfLwjgl() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DRAWING)
                .and()
                .resideOutsideOfPackage("io.limner.renderer.image..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.lwjgl..")
                .check(limner);
    }

    @Test
    void onlyTheJobTouchesSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JOB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..")
                .check(limner);
    }

    @Test
    void onlyTheCommandsReadArguments() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.limner.job.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(limner);
    }

    /** A pool's own threads keep a process alive when one of them is stuck in a store or a driver. */
    @Test
    void whoOpensAPoolSaysWhatItsThreadsAre() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("a pool of standard threads is opened") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getTargetOwner().isEquivalentTo(Executors.class)
                                && call.getTarget().getName().startsWith("new")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(ThreadFactory.class));
                    }
                })
                .check(limner);
    }

    @Test
    void whatHoldsGlHandlesIsNeverSerialized() {
        noClasses()
                .that()
                .resideInAnyPackage(DRAWING)
                .and()
                .areNotEnums()
                .and()
                .areNotAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(Serializable.class)
                .check(limner);
    }
}
