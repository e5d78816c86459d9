package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.childfile.access.keys.TestKeys;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.database.TestDatabase;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.lab.departments.Departments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An attribute more is one line of the catalogue and one of a mapping: all else follows. */
class NewAttributeTest {

    private static final String LINE = "child,neighbourhood,text,所在社区,neighbourhood,family,yes,,31\n";
    private static final String CATALOGUE = "org/childfile/ingest/mapping/attributes.csv";

    private final Path overlay = TestFiles.temporary("attribute");
    private final Path home = TestFiles.temporary("home");
    private final Path mappings = TestFiles.mappings();
    private final DatabaseAddress address = TestDatabase.empty();
    private final JdbcClient owner = JdbcClient.create(address.dataSource());
    private final JdbcClient program =
            JdbcClient.create(address.as(DatabaseLogins.WRITER).dataSource());

    @BeforeEach
    void oneLineMore() throws IOException {
        Path catalogue = overlay.resolve(CATALOGUE);
        Files.createDirectories(Objects.requireNonNull(catalogue.getParent()));
        try (InputStream in = Objects.requireNonNull(AttributeCatalogue.class.getResourceAsStream("attributes.csv"))) {
            Files.writeString(catalogue, new String(in.readAllBytes(), StandardCharsets.UTF_8) + LINE);
        }
        Path mapping = mappings.resolve("civil-affairs.yaml");
        Files.writeString(mapping, Files.readString(mapping) + "  neighbourhood: {from: jzdqh}\n");
    }

    @Test
    void itsValuesAreInTheFilesSealedAndMaskedAndDescribed() throws Exception {
        TestWorld world = TestWorld.small();
        try (Departments departments = Departments.start(world.dir(), 0, "127.0.0.1")) {
            departments.night(1);
            run(
                    departments.environment(),
                    "nightly",
                    "--wait",
                    "--date",
                    world.day(1).toString());
        }
        assertThat(count(owner, "select count(*) from versions.child_version where neighbourhood like '~%'"))
                .as("sealed where it is kept")
                .isGreaterThan(10);
        assertThat(texts("select class from rights.attribute where attribute = 'neighbourhood'"))
                .containsExactly("family");
        assertThat(count(program, "select count(neighbourhood) from mart.child"))
                .isGreaterThan(10);
        assertThat(texts("""
                select table_name || ' ' || ordinal_position || ' ' || col_description(('mart.' || table_name)::regclass, ordinal_position)
                from information_schema.columns where table_schema = 'mart' and column_name = 'neighbourhood' order by 1"""))
                .containsExactly(
                        "child 33 所在社区：neighbourhood",
                        "child_sealed 33 所在社区：neighbourhood",
                        "child_version 33 所在社区：neighbourhood");
        assertThat(count(program, """
                select count(*) from mart.child_value v where v.attribute = 'neighbourhood' and v.feed = 'civil-affairs'""")).isGreaterThan(10);

        Path dictionary = home.resolve("dictionary.md");
        run(Map.of(), "publish", "--dictionary", dictionary.toString());
        assertThat(Files.readString(dictionary)).contains("| `neighbourhood` | text | 所在社区：neighbourhood |");
    }

    @Test
    void theApiDescribesIt() throws Exception {
        List<URL> places = new ArrayList<>(List.of(overlay.toUri().toURL()));
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            places.add(url(place));
        }
        try (URLClassLoader loader =
                new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var document = loader.loadClass("org.childfile.api.ApiDescription").getDeclaredMethod("document");
            document.setAccessible(true);
            assertThat(new String((byte[]) document.invoke(null), StandardCharsets.UTF_8))
                    .contains(
                            "\"neighbourhood\":{\"type\":[\"string\",\"null\"],\"description\":\"所在社区 / neighbourhood\"}");
        }
    }

    private static URL url(String place) throws MalformedURLException {
        URI uri = Path.of(place).toUri();
        return uri.toURL();
    }

    private void run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp"));
        command.add(overlay + File.pathSeparator + System.getProperty("java.class.path"));
        command.add("org.childfile.ChildFile");
        command.addAll(Arrays.asList(words));
        if (words[0].equals("nightly")) {
            command.addAll(List.of("--mappings", mappings.toString()));
            command.addAll(List.of("--connectors", TestFiles.connectors().toString()));
        }
        Path output = home.resolve(words[0] + ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(TestKeys.ENVIRONMENT);
        builder.environment().put("CHILDFILE_HOME", home.toString());
        builder.environment().put("CHILDFILE_DB_URL", address.url());
        builder.environment().put("CHILDFILE_DB_USER", address.user());
        builder.environment().put("CHILDFILE_DB_PASSWORD", address.password());
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(output)).isZero();
    }

    private static int count(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Integer.class).single();
    }

    private List<String> texts(String question) {
        return owner.sql(question).query(String.class).list();
    }
}
