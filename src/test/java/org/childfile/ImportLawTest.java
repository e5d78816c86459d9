package org.childfile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Imports point against the flow of the data: each package imports only what its own package-info allows. */
class ImportLawTest {

    private static final ApplicationModules MODULES = ApplicationModules.of("org.childfile");
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.childfile");

    /** So many files a package, its package-info among them. */
    private static final int GLANCE = 41;

    @Test
    void everyPackageImportsOnlyWhatItDeclares() {
        MODULES.verify();
    }

    @Test
    void everyPackageDeclaresWhatItMayImport() {
        JavaPackage root = PROGRAM.getPackage("org.childfile");

        List<JavaPackage> withClasses = root.getSubpackagesInTree().stream()
                .filter(each -> each.getClasses().stream()
                        .anyMatch(type -> !type.getSimpleName().equals("package-info")))
                .toList();

        assertThat(MODULES.stream()).hasSizeGreaterThanOrEqualTo(withClasses.size());
        assertThat(withClasses).allSatisfy(each -> {
            assertThat(each.isAnnotatedWith(ApplicationModule.class))
                    .as("@ApplicationModule of %s", each.getName())
                    .isTrue();
            assertThat(each.getAnnotationOfType(ApplicationModule.class).allowedDependencies())
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
        });
    }

    /** Made worlds, mocked departments, demo and bench may use everything; nothing may use them. */
    @Test
    void nothingImportsTheLab() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.childfile.lab..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.childfile.lab..")
                .check(PROGRAM);
    }

    /** Night, {@code link} and other engines share it. */
    @Test
    void linkageIsPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("org.childfile.linkage..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("(org\\.springframework\\.(?!modulith).*|java\\.sql\\..*|org\\.postgresql\\..*"
                        + "|org\\.childfile\\.(?!kernel|settings|linkage).*)")
                .check(PROGRAM);
    }

    @Test
    void aPackageCanBeTakenInAtAGlance() {
        assertThat(PROGRAM.get("org.childfile.ChildFile").getPackage().getSubpackagesInTree())
                .allSatisfy(each -> assertThat(each.getClasses().stream()
                                .map(type -> type.getSource().flatMap(Source::getFileName))
                                .distinct()
                                .count())
                        .as(each.getName())
                        .isLessThanOrEqualTo(GLANCE));
    }

    @Test
    void aPlantedImportAgainstTheFlowIsFound() {
        ApplicationModules planted = ApplicationModules.of("org.childfile.planted", location -> true);

        assertThatThrownBy(planted::verify)
                .hasMessageContaining("Module 'below' depends on module 'above'")
                .hasMessageContaining("Allowed targets: none");
    }
}
