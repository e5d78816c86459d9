package org.childfile.access.rights;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.ingest.mapping.Population;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables by which the database decides who sees what. */
public final class RightsStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public RightsStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /**
     * Puts these rules, the classes of all attributes, and which feeds can give each of them, in the place of those that were
     * there, all at once.
     */
    public void write(RightsRules rules, Mappings mappings) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            lock table rights.role, rights.purpose, rights.role_purpose, rights.attribute, rights.name, rights.source
                            in exclusive mode""").update();
            jdbc.sql("delete from rights.name").update();
            jdbc.sql("delete from rights.source").update();
            jdbc.sql("delete from rights.role_purpose").update();
            jdbc.sql("delete from rights.role").update();
            jdbc.sql("delete from rights.purpose").update();
            jdbc.sql("delete from rights.attribute").update();
            rules.purposes()
                    .forEach(purpose -> purpose(purpose, rules.counting().contains(purpose)));
            rules.roles().forEach(role -> role(role, rules.smallCells().roles().contains(role.name())));
            rules.names().forEach(this::name);
            for (Population population : Population.values()) {
                attributes(population);
                sources(population, mappings);
            }
            jdbc.sql(SqlFiles.read("access/rights/sees")).update();
            limits(rules.limits());
        });
    }

    private void limits(AnswerLimits limits) {
        jdbc.sql("delete from rights.answer_limit").update();
        jdbc.sql("""
                        insert into rights.answer_limit
                            (reason_above, approval_above, approval_hours, roles, accounts)
                        values (:reason, :approval, :hours, :roles, :accounts)""")
                .param("reason", limits.reasonAbove())
                .param("approval", limits.approvalAbove())
                .param("hours", (int) limits.approvalLives().toHours())
                .param("roles", limits.roles().toArray(String[]::new))
                .param("accounts", limits.accounts().toArray(String[]::new))
                .update();
    }

    /** The limits in force: those of the files that the program started with last. */
    public AnswerLimits limits() {
        return jdbc.sql("select * from rights.answer_limit")
                .query((row, number) -> new AnswerLimits(
                        row.getInt("reason_above"),
                        row.getInt("approval_above"),
                        Duration.ofHours(row.getInt("approval_hours")),
                        List.of((String[]) row.getArray("roles").getArray()),
                        List.of((String[]) row.getArray("accounts").getArray())))
                .optional()
                .orElse(AnswerLimits.USUAL);
    }

    private void purpose(String purpose, boolean counting) {
        jdbc.sql("insert into rights.purpose (purpose, persons) values (:purpose, :persons)")
                .param("purpose", purpose)
                .param("persons", !counting)
                .update();
    }

    private void name(Named named) {
        named.needsByPopulation()
                .forEach((population, needs) -> jdbc.sql("""
                        insert into rights.name (kind, name, population, class, needs, purposes)
                        values (:kind, :name, :population, :class, :needs, :purposes)""")
                        .param("kind", named.written())
                        .param("name", named.name())
                        .param("population", population)
                        .param("class", named.protection().orElse(null))
                        .param("needs", needs.toArray(String[]::new))
                        .param(
                                "purposes",
                                named.purposes().isEmpty()
                                        ? null
                                        : named.purposes().toArray(String[]::new),
                                Types.ARRAY)
                        .update());
    }

    private void sources(Population population, Mappings mappings) {
        mappings.sources(population)
                .forEach((attribute, feeds) -> feeds.forEach(feed -> jdbc.sql(
                                "insert into rights.source (population, attribute, feed) values (:population, :attribute, :feed)")
                        .param("population", population.written())
                        .param("attribute", attribute)
                        .param("feed", feed)
                        .update()));
    }

    private void role(RightsRules.Role role, boolean suppressed) {
        jdbc.sql("insert into rights.role (role, rows, small_cells) values (:role, :rows, :small_cells)")
                .param("role", role.name())
                .param("small_cells", !suppressed)
                .param("rows", role.rows().name().toLowerCase(Locale.ROOT))
                .update();
        for (RightsRules.Grant grant : role.grants()) {
            jdbc.sql("""
                            insert into rights.role_purpose (role, purpose, classes, minors)
                            values (:role, :purpose, :classes, :minors)""")
                    .param("role", role.name())
                    .param("purpose", grant.purpose())
                    .param("classes", grant.classes().toArray(String[]::new))
                    .param("minors", grant.minors())
                    .update();
        }
    }

    private void attributes(Population population) {
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        for (String name : catalogue.names()) {
            jdbc.sql("""
                            insert into rights.attribute (population, attribute, class)
                            values (:population, :attribute, :class)""")
                    .param("population", population.written())
                    .param("attribute", name)
                    .param(
                            "class",
                            catalogue.find(name).orElseThrow().protection().written())
                    .update();
        }
    }
}
