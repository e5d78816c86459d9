package org.childfile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import org.childfile.planted.writing.Writing;
import org.junit.jupiter.api.Test;

/** One class makes every file and folder of the program, so that each is its owner's alone. */
class FileWritersTest {

    private static final String WRITER = "org.childfile.storage.PrivateFiles";

    /** Classes that open files otherwise, and why they may. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of("org.childfile.lab.departments.LineFile", "opens a channel without options, which is for reading");

    private static final Set<String> WRITING_METHODS = Set.of(
            "write",
            "writeString",
            "newOutputStream",
            "newBufferedWriter",
            "newByteChannel",
            "createFile",
            "createDirectory",
            "createDirectories",
            "createTempFile",
            "createTempDirectory",
            "createLink",
            "createSymbolicLink",
            "copy",
            "move",
            "setPosixFilePermissions");
    private static final Set<String> FILE_METHODS = Set.of(
            "mkdir",
            "mkdirs",
            "createNewFile",
            "createTempFile",
            "renameTo",
            "setReadable",
            "setWritable",
            "setExecutable");
    /** Opened by a file, or the name of one; over another stream or a descriptor they make none. */
    private static final Set<String> FILE_CLASSES = Set.of(
            "java.io.FileOutputStream",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.io.PrintWriter",
            "java.io.PrintStream",
            "java.util.Formatter",
            "java.util.logging.FileHandler",
            "org.apache.parquet.io.LocalOutputFile");

    private static final DescribedPredicate<JavaAccess<?>> MAKES_A_FILE =
            DescribedPredicate.describe("that makes a file", FileWritersTest::makesAFile);

    private static boolean makesAFile(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getName();
        return owner.equals("java.nio.file.Files") && WRITING_METHODS.contains(name)
                || owner.equals("java.io.File") && FILE_METHODS.contains(name)
                || owner.matches("java\\.nio\\.channels\\.(Asynchronous)?FileChannel") && name.equals("open")
                || FILE_CLASSES.contains(owner) && name.equals("<init>") && byFile(access);
    }

    private static boolean byFile(JavaAccess<?> access) {
        String described = access.getTarget().getFullName();
        String first = described.substring(described.indexOf('(') + 1).split("[,)]", -1)[0];
        return Set.of("java.io.File", "java.lang.String", "java.nio.file.Path").contains(first);
    }

    private static final ArchRule LAW = noClasses()
            .that()
            .haveNameNotMatching(WRITER.replace(".", "\\.") + "|"
                    + String.join("|", EXCEPTIONS.keySet()).replace(".", "\\."))
            .should()
            .accessTargetWhere(MAKES_A_FILE)
            .because(WRITER + " makes files with mode 600 and folders with mode 700 at once");

    @Test
    void noOtherClassOpensAFileForWriting() {
        JavaClasses program = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.childfile");
        LAW.check(program);
        assertThat(EXCEPTIONS.keySet())
                .allSatisfy(name -> assertThat(program.contain(name)).isTrue());
    }

    @Test
    void plantedWritersOfEachWayAreFound() {
        assertThat(LAW.evaluate(new ClassFileImporter().importClasses(Writing.class))
                        .getFailureReport()
                        .getDetails())
                .hasSize(8)
                .anySatisfy(line -> assertThat(line).contains("Files.writeString"))
                .anySatisfy(line -> assertThat(line).contains("Files.createDirectories"))
                .anySatisfy(line -> assertThat(line).contains("Files.copy"))
                .anySatisfy(line -> assertThat(line).contains("java.io.FileOutputStream"))
                .anySatisfy(line -> assertThat(line).contains("java.io.FileWriter"))
                .anySatisfy(line -> assertThat(line).contains("java.io.PrintWriter"))
                .anySatisfy(line -> assertThat(line).contains("java.io.RandomAccessFile"))
                .anySatisfy(line -> assertThat(line).contains("java.io.File.mkdirs"));
    }
}
