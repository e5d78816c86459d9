package org.childfile.care.pairing;

import java.time.LocalDate;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the rule about checks for criminal records where the statements and views about pairings read it. */
public final class BackgroundCheckStore {

    private final JdbcClient jdbc;

    public BackgroundCheckStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The rule as the files give it, from now on. */
    public void want(PairingRules rules) {
        jdbc.sql("""
                        update pairing.check_rule set required = :required, every = :every::interval
                        where (required, every) is distinct from (:required, :every::interval)""")
                .param(
                        "required",
                        rules.check().required().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .param("every", rules.check().every().toString())
                .update();
    }

    /** Brings to a day what is told of checks, and notes whether the feed has ever sent one: a feed that stops sending them opens no door. */
    void bringTo(LocalDate day) {
        jdbc.sql("""
                        update pairing.check_rule
                        set day = :day,
                            carried = carried or exists (
                                select from mapping.source_record r
                                where r.population = 'volunteer' and r.attributes ->> 'background_check_on' is not null)""").param("day", day).update();
    }
}
