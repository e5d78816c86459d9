package org.childfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Imports point against the flow of the data: each package imports only what its own package-info allows. */
class ImportLawTest {

    private static final ApplicationModules MODULES = ApplicationModules.of("org.childfile");

    @Test
    void everyPackageImportsOnlyWhatItDeclares() {
        MODULES.verify();
    }

    @Test
    void everyPackageDeclaresWhatItMayImport() {
        // A test's own package-info hides the program's from reflection, so it is read from the program's classes.
        JavaPackage root = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.childfile")
                .getPackage("org.childfile");

        assertThat(root.getSubpackages())
                .hasSameSizeAs(MODULES.stream().toList())
                .allSatisfy(each -> {
                    assertThat(each.isAnnotatedWith(ApplicationModule.class))
                            .as("@ApplicationModule of %s", each.getName())
                            .isTrue();
                    assertThat(each.getAnnotationOfType(ApplicationModule.class).allowedDependencies())
                            .doesNotContain(ApplicationModule.OPEN_TOKEN);
                });
    }

    @Test
    void aPlantedImportAgainstTheFlowIsFound() {
        ApplicationModules planted = ApplicationModules.of("org.childfile.planted", location -> true);

        assertThatThrownBy(planted::verify)
                .hasMessageContaining("Module 'below' depends on module 'above'")
                .hasMessageContaining("Allowed targets: none");
    }
}
