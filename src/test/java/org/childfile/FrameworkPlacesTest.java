package org.childfile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.childfile.cli.data.SqlCommand;
import org.childfile.planted.below.Below;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each framework has its one place; a class elsewhere that needs it belongs there. */
class FrameworkPlacesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.childfile");

    /** The classes that speak JDBC through Spring: the stores, and the stages whose statements are their own few. */
    private static final String JDBC =
            "org\\.childfile\\.(.*Store|ingest\\.landing\\.FeedLock|ingest\\.landing\\.PendingRecords"
                    + "|files\\.identity\\.TouchedPersons|ingest\\.mapping\\.MappingStage|ingest\\.mapping\\.SourceRecords|jobs\\.Pipeline)(\\$.*)?";

    /** The doors' own statements: those of a session, and those whose rows are streamed from any view or for any query. */
    private static final String STREAMS = "org\\.childfile\\.cli\\.(terminal\\.Warehouse"
            + "|data\\.(AnswerColumns|Export(Command|Csv|edTexts)|OpenedTexts|Parquet.*|Sql(Answer|Command)))(\\$.*)?";

    private static ArchRule doorsHoldNoStatement(String exceptions) {
        return noClasses()
                .that()
                .resideInAnyPackage("org.childfile.cli..", "org.childfile.api..")
                .and()
                .haveNameNotMatching(exceptions)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.sql\\.(Statement|PreparedStatement|ResultSet)")
                .because("doors only render: their questions are the read model's, so that both doors ask the same");
    }

    private static ArchRule only(String places, String framework) {
        return noClasses()
                .that()
                .haveNameNotMatching(places)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(framework)
                .because("style.md gives each framework one place");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
                    Camel ; org\\.apache\\.camel\\..* ; org\\.childfile\\.(ingest\\.connect\\..*|outbound\\..*|jobs\\.(Schedule|Pipeline)(\\$.*)?)
                    Spring Batch ; org\\.springframework\\.batch\\..* ; org\\.childfile\\.jobs\\..*
                    Quartz ; org\\.quartz\\.(?!CronExpression).* ; org\\.childfile\\.jobs\\..*
                    Spring itself ; org\\.springframework\\.(boot|context|stereotype)\\..* ; org\\.childfile\\.(jobs|cli|security|api|lab\\.(demo|bench))\\..*
                    Spring Security ; (org\\.springframework\\.security|com\\.nimbusds)\\..* ; org\\.childfile\\.security\\..*
                    Spring MVC ; org\\.springframework\\.web\\.(bind|servlet|method|context)\\..* ; org\\.childfile\\.api\\..*
                    picocli ; picocli\\..* ; org\\.childfile\\.(cli|lab\\.(demo|bench))\\..*
                    WireMock ; com\\.github\\.tomakehurst\\..* ; org\\.childfile\\.lab\\.departments\\..*
                    workbooks ; org\\.dhatim\\..* ; org\\.childfile\\.(ingest\\.format|lab)\\..*
                    SSH ; org\\.apache\\.sshd\\..* ; org\\.childfile\\.ingest\\.connect\\.SftpSource(\\$.*)?
                    YAML ; org\\.snakeyaml\\..* ; org\\.childfile\\.settings\\..*
                    writing CSV ; org\\.apache\\.commons\\.csv\\.CSVPrinter ; org\\.childfile\\.cli\\.(terminal\\.GuardedCsv|data\\.(ExportCsv|SqlCommand)|link\\.LinkFiles)(\\$.*)?
                    embedded PostgreSQL ; io\\.zonky\\..* ; org\\.childfile\\.database\\..*
                    """)
    void aFrameworkIsUsedInItsPlaceAlone(String name, String framework, String places) {
        only(places, framework).check(CLASSES);
    }

    /** The login that owns the tables is for migrations, and for making other logins. */
    @Test
    void nobodyWorksAsTheOwner() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "org\\.childfile\\.(database\\.Migrations|cli\\.(terminal\\.Engine|access\\.LoginGrantCommand|access\\.LoginRevokeCommand))(\\$.*)?")
                .should()
                .callMethod(org.childfile.database.DatabaseLogins.class, "owner")
                .because("whoever works as the owner is bound by nothing")
                .check(CLASSES);
    }

    @Test
    void springJdbcIsForTheStoresAlone() {
        only(JDBC, "org\\.springframework\\.jdbc\\..*").check(CLASSES);
    }

    @Test
    void aDoorAsksTheReadModel() {
        doorsHoldNoStatement(STREAMS).check(CLASSES);
    }

    @Test
    void aDoorWithAStatementOfItsOwnIsFound() {
        JavaClasses streaming = new ClassFileImporter().importClasses(SqlCommand.class);

        assertThat(doorsHoldNoStatement("nothing").evaluate(streaming).hasViolation())
                .isTrue();
    }

    @Test
    void jacksonTwoIsNowhere() {
        only("nowhere", "com\\.fasterxml\\.jackson\\.(core|databind)\\..*").check(CLASSES);
    }

    @Test
    void theKernelKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("org.childfile.kernel..", "org.childfile.access.privacy..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "(org\\.springframework\\.(?!modulith).*|org\\.apache\\..*|tools\\.jackson\\..*|java\\.sql\\..*)")
                .check(CLASSES);
    }

    @Test
    void aPlantedCommandOutsideTheCommandLineIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(Below.class);

        assertThat(only("org\\.childfile\\.cli\\..*", "picocli\\..*")
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .contains("Class <org.childfile.planted.below.Below> is annotated with <picocli.CommandLine$Command>"
                        + " in (Below.java:0)");
    }
}
