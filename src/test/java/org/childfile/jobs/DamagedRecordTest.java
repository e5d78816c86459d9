package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A landed record whose bytes are not those that were written, as by a broken disk. */
class DamagedRecordTest {

    private static final String FOUND =
            "select feed || ' ' || place || ' ' || field || text from ops.quarantine where reason = 'DAMAGED' and resolved is null";

    private final Nights nights = Nights.shared().empty();
    private final JdbcClient owner = JdbcClient.create(TestDatabase.dataSource(nights.address()));

    /** Flips a bit of one record of each named feed between two steps. */
    private void damage(String feeds, int place) {
        owner.sql("""
                create function public.flip_a_bit() returns trigger language plpgsql as $$
                begin
                    if new.seq = 3 and exists (
                        select from landing.pull p where p.pull_id = new.pull_id and p.feed in (%s)) then
                        new.content = set_byte(new.content, %d, get_byte(new.content, %d) # 1);
                    end if;
                    return new;
                end $$""".formatted(feeds, place, place)).update();
        owner.sql("create trigger flip_a_bit before insert on landing.record for each row"
                        + " execute function public.flip_a_bit()")
                .update();
    }

    private void mend() {
        owner.sql("drop function public.flip_a_bit() cascade").update();
    }

    @Test
    void itIsSetAsideByItselfNamedAndFetchedAgain() {
        damage("'education', 'health'", 40);
        Run run = nights.run(1);
        mend();

        assertThat(run.state()).isIn(Run.State.DONE, Run.State.ATTENTION);
        assertThat(nights.books().lost(run)).isEmpty();
        assertThat(nights.books().texts(FOUND + " order by 1"))
                .allMatch(line -> line.matches("(education line 4|health page 1 record 3) what is kept of the record in"
                        + " pull [0-9]+ as number 3 is not what came; the next pull brings it again"))
                .hasSize(2);

        Run next = nights.run(1);
        assertThat(nights.books().lost(next)).isEmpty();
        assertThat(nights.books().texts(FOUND)).isEmpty();
        Nights good = Nights.shared();
        List<String> mended = good.books().published().get("child");
        good.empty().run(1);
        assertThat(mended).isEqualTo(good.books().published().get("child"));
    }

    /** A key of that number was never made, so it is no lost key, which would stop the night. */
    @Test
    void theNumberOfItsKeyMayBeWhatChanged() {
        damage("'education'", 1);
        Run run = nights.run(1);
        mend();

        assertThat(run.state()).isNotEqualTo(Run.State.FAILED);
        assertThat(nights.books().texts(FOUND)).hasSize(1);
    }
}
