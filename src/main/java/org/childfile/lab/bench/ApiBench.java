package org.childfile.lab.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.security.Grant;
import org.childfile.security.TokenIssuer;
import org.childfile.storage.PrivateFiles;
import tools.jackson.databind.json.JsonMapper;

/** Measures the API of a serving engine under load from a second process, or shoots malformed requests at it. */
final class ApiBench {

    private static final int CONNECTIONS = 8;
    private static final int SECONDS = 10;
    private static final int WARM_UP = 10;

    private final CommandBase command;
    private final Path home;
    private final Connection warehouse;
    private final int port;

    ApiBench(CommandBase command, Path home, Connection warehouse, int port) {
        this.command = command;
        this.home = home;
        this.warehouse = warehouse;
        this.port = port;
    }

    /** One line a kind of question: requests a second, and how long half and all but one in a hundred took at most. */
    void measure() throws SQLException, IOException, InterruptedException {
        String district = one("select substr(residence_division, 1, 6) from versions.child_version"
                + " where residence_division like '50%' group by 1 order by count(*) desc limit 1");
        load(
                "by-id",
                "select '/api/v1/children/' || person_id from versions.child_version"
                        + " where superseded_at is null and valid_to is null order by md5(person_id) limit 20000",
                "");
        load(
                "search",
                "select '/api/v1/children?limit=20&division=' || ? || '&pinyin=' || substr(name_pinyin, 1, 4)"
                        + " from versions.child_version where name_pinyin ~ '^[a-z]{4}' order by md5(person_id) limit 2000",
                district);
        load(
                "as-of",
                "select '/api/v1/children/' || person_id || '?asOf=2026-11-22&recorded=2199-01-01'"
                        + " from versions.child_version where superseded_at is null and valid_to is null"
                        + " order by md5(person_id) limit 20000",
                "");
        load(
                "changes",
                "select '/api/v1/changes?limit=5000&after=' || b.position || '-' || n from"
                        + " (select * from versions.change_batch order by last_number - first_number desc limit 1) b,"
                        + " generate_series(b.first_number, b.last_number - 5000, 5000) n",
                "");
    }

    private void load(String what, String addresses, String division)
            throws SQLException, IOException, InterruptedException {
        Path list = home.resolve("addresses");
        PrivateFiles.write(
                list, String.join("\n", division.isEmpty() ? texts(addresses) : texts(addresses, division)) + "\n");
        Path token = home.resolve("token");
        Grant grant = new Grant(
                "bench",
                division.isEmpty() ? "city" : "district",
                List.of("care"),
                List.of(division),
                List.of(),
                Optional.empty(),
                "bench");
        PrivateFiles.write(token, new TokenIssuer(home, Clock.systemUTC()).issue(grant, Duration.ofMinutes(30)));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApiLoad.class.getName(),
                        Integer.toString(port),
                        token.toString(),
                        list.toString(),
                        Integer.toString(CONNECTIONS),
                        Integer.toString(SECONDS),
                        Integer.toString(WARM_UP))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] figures = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", -1);
        process.waitFor();
        command.print(command.text(
                "bench.api",
                what,
                Double.parseDouble(figures[0]) / Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]),
                Double.parseDouble(figures[3])));
    }

    /** Whether nothing was answered that should not be. */
    boolean fuzz(int shots, long seed) throws SQLException, IOException {
        String district = one("select substr(residence_division, 1, 6) from versions.child_version"
                + " where residence_division like '50%' group by 1 order by count(*) desc limit 1");
        List<String> allowed = texts("""
                select person_id from versions.child_version
                where ? in (substr(residence_division, 1, 6), substr(registered_division, 1, 6))""", district);
        allowed.addAll(texts("""
                select i.person_id from linkage.identity_change i
                join versions.child_version v on v.person_id = i.other_id
                where ? in (substr(v.residence_division, 1, 6), substr(v.registered_division, 1, 6))""", district));
        List<String> ids = texts("select person_id from linkage.person order by md5(person_id) limit 1000");
        List<String> tokens = FuzzTokens.of(home, PrivateFiles.folder(home.resolve("stranger")), district);
        ApiFuzz fuzz = new ApiFuzz(
                        port,
                        new FuzzShots(
                                seed,
                                JsonMapper.shared()
                                        .readTree(java.net
                                                .URI
                                                .create("http://127.0.0.1:" + port + "/api/v1/openapi.json")
                                                .toURL()
                                                .openStream()),
                                ids,
                                tokens),
                        java.util.Set.copyOf(allowed))
                .shoot(shots);
        command.print(command.text(
                "bench.fuzz", shots, fuzz.statuses().toString(), fuzz.faults().size()));
        fuzz.faults().forEach(command::print);
        return fuzz.faults().isEmpty();
    }

    private String one(String sql) throws SQLException {
        return texts(sql).getFirst();
    }

    private List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = warehouse.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}
