package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.kernel.Message;

/**
 * A byte of some landed records is another one when they are mapped, as by a broken disk: one of each of three feeds, one of
 * which sends only what changed. The night sets these records aside, names feed and record, makes no version of them, and goes
 * on; the next night brings them again, and nothing is left of it.
 */
final class DamagedRecords implements Fault {

    private static final List<String> FEEDS = List.of("civil-affairs", "education", "health");

    private static final String MEND = "drop function landing.flip_a_bit() cascade";
    private static final String FOUND =
            "select feed || ' ' || field || text from ops.quarantine where reason = 'DAMAGED' and resolved is null order by feed";
    private static final String VERSIONS = """
        select 'a version of a damaged record: ' || v.feed from mart.child_value v
        join ops.quarantine q on q.feed = v.feed and q.source_key = v.source_key and q.reason = 'DAMAGED' limit 1""";

    /** In the sealed text, behind header, leaf and nonce. */
    private static final int BYTE = 40;

    @Override
    public String name() {
        return "damage";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        Path home = bed.home("damaged");
        bed.asOwner(home, breaking());
        ProgramProcess first = bed.night(home, 1);
        int code = first.ended();
        bed.asOwner(home, MEND);
        StringBuilder found = new StringBuilder(String.join("\n", bed.ask(home, VERSIONS)));
        List<String> named = bed.ask(home, FOUND);
        if (code == ExitCode.FAILED || named.size() != FEEDS.size()) {
            found.append("code ")
                    .append(code)
                    .append(", set aside: ")
                    .append(named)
                    .append('\n')
                    .append(first.said());
        }
        ProgramProcess second = bed.night(home, 2);
        List<String> left = second.ended() == bed.undisturbed(2).code() ? bed.ask(home, FOUND) : List.of(second.said());
        if (!left.isEmpty()) {
            found.append("the next night: ").append(left).append('\n');
        }
        return Fault.outcome(
                Message.of("chaos.damage", named.size()),
                found.append(bed.differenceOfState(home, 2)).toString());
    }

    /** A trigger of the owner's, for what a disk does between two steps. */
    private static String breaking() {
        return """
        create function landing.flip_a_bit() returns trigger language plpgsql as $$
        begin
            if new.seq = 3 and (select p.feed = any (array['%s']) from landing.pull p where p.pull_id = new.pull_id) then
                new.content = set_byte(new.content, %d, get_byte(new.content, %d) # 1);
            end if;
            return new;
        end $$;
        create trigger flip_a_bit before insert on landing.record for each row execute function landing.flip_a_bit()""".formatted(String.join("', '", FEEDS), BYTE, BYTE);
    }
}
