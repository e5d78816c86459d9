package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights that failed when the warehouse could not be told so any more, as on a full disk. */
class FailuresUntoldTest {

    private final Nights nights = Nights.shared().empty();
    private final JdbcClient owner = JdbcClient.create(TestDatabase.dataSource(nights.address()));

    private void failAt(String table) {
        owner.sql("create function public.refuse() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no room' using errcode = '53100'; end $$")
                .update();
        owner.sql("create trigger refuse before insert on " + table + " for each row execute function public.refuse()")
                .update();
    }

    private void mend() {
        owner.sql("drop function public.refuse() cascade").update();
    }

    @Test
    void theSameCommandDoesWhatFailedAndWhatCameBehindIt() {
        failAt("versions.child_version");
        assertThat(nights.run(1).state()).isEqualTo(Run.State.FAILED);
        assertThat(nights.books().texts("select message from ops.run"))
                .containsExactly("merge children: the disk of the database is full (SQLSTATE 53100)");
        owner.sql("update ops.run set state = 'running', message = null").update();
        mend();

        assertThat(nights.run(1).state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().count("select count(*) from mart.child")).isPositive();
    }

    @Test
    void aStepThatCouldNotSayThatItEndedKeepsNoRunFromBeginning() {
        failAt("versions.child_version");
        nights.run(1);
        owner.sql("update ops.run set state = 'running', message = null").update();
        owner.sql("update batch.batch_step_execution set status = 'STARTED', end_time = null"
                        + " where step_name = 'merge children'")
                .update();
        mend();

        assertThat(nights.run(1).state()).isEqualTo(Run.State.DONE);
    }
}
