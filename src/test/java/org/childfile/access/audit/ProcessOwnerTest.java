package org.childfile.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is behind a process, on accounts of processes as the kernel gives them. */
class ProcessOwnerTest {

    private static final long NOBODY_LOGGED_IN = 4294967295L;

    @TempDir
    private Path proc = Path.of("");

    @BeforeEach
    void tellAccounts() throws IOException {
        Files.writeString(proc.resolve("passwd"), """
                root:x:0:0:root:/:/bin/sh
                childfile:x:990:990::/home/childfile:/bin/sh
                wang:x:1001:1001::/home/wang:/bin/sh
                mayor:x:1002:1002::/home/mayor:/bin/sh
                """);
        process("1", "init", 0, 0, 0);
        login(NOBODY_LOGGED_IN);
    }

    @Test
    void aUserWhoRunsTheProgramIsThatUser() throws IOException {
        process("20", "bash", 1, 1001, 1001);
        process("self", "java", 20, 1001, 1001);

        assertThat(read()).isEqualTo(new OperatorIdentity("wang", "wang", "", false));
        assertThat(read().recorded()).isEqualTo("wang");
    }

    @Test
    void whoComesBySudoIsFoundAboveIt() throws IOException {
        process("20", "bash", 1, 1001, 1001);
        process("21", "sudo", 20, 0, 0);
        process("22", "sudo", 21, 0, 0);
        process("self", "java", 22, 990, 990);

        assertThat(read().recorded()).isEqualTo("wang (via sudo as childfile)");
    }

    @Test
    void whoBecameRootFirstIsFoundToo() throws IOException {
        process("20", "bash", 1, 1001, 1001);
        process("21", "sudo", 20, 0, 0);
        process("22", "bash", 21, 0, 0);
        process("23", "su", 22, 0, 0);
        process("self", "java", 23, 990, 990);

        assertThat(read().person()).isEqualTo("wang");
    }

    @Test
    void aProgramThatCallsItselfSudoGivesNobodyAnotherName() throws IOException {
        // A set-uid program by the name of sudo, in an environment that names the mayor: the uid above it is what
        // counts.
        process("20", "bash", 1, 1001, 1001);
        process("21", "sudo", 20, 1001, 0);
        process("self", "java", 21, 990, 990);

        assertThat(read().recorded()).isEqualTo("wang (via sudo as childfile)");
    }

    @Test
    void whoLoggedInIsKnownThroughEveryChangeOfAccount() throws IOException {
        login(1001);
        process("20", "su", 1, 1002, 0);
        process("self", "java", 20, 990, 990);

        assertThat(read()).isEqualTo(new OperatorIdentity("wang", "childfile", "su", true));
        assertThat(read().recorded()).isEqualTo("wang (via su as childfile)");
    }

    @Test
    void aServiceIsItsAccount() throws IOException {
        process("self", "java", 1, 990, 990);

        assertThat(read()).isEqualTo(new OperatorIdentity("childfile", "childfile", "", false));
    }

    @Test
    void whoCutsTheChainOfProcessesIsTheAccountAndNobodyElse() throws IOException {
        process("self", "java", 4711, 990, 990);

        assertThat(read().recorded()).isEqualTo("childfile");
        assertThat(read().issuing()).isEqualTo("? childfile");
    }

    @Test
    void anAccountWithoutANameIsItsNumber() throws IOException {
        process("self", "java", 1, 1999, 1999);

        assertThat(read().recorded()).isEqualTo("uid:1999");
    }

    @Test
    void whoDecidesForAnotherIsNotReplacedByThatOne() {
        OperatorIdentity wang = new OperatorIdentity("wang", "childfile", "sudo", true);

        assertThat(wang.deciding("李主任")).isEqualTo("wang (via sudo as childfile), for 李主任");
        assertThat(wang.deciding(" ")).isEqualTo("wang (via sudo as childfile)");
        assertThat(wang.deciding("wang")).isEqualTo("wang (via sudo as childfile)");
    }

    private OperatorIdentity read() {
        return new ProcessOwner(proc, new AccountNames(proc.resolve("passwd"))).read();
    }

    private void login(long uid) throws IOException {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("self").resolve("loginuid"), Long.toString(uid));
    }

    private void process(String id, String name, long parent, long real, long effective) throws IOException {
        Files.createDirectories(proc.resolve(id));
        Files.writeString(
                proc.resolve(id).resolve("status"),
                "Name:\t%s\nPid:\t%s\nPPid:\t%d\nUid:\t%d\t%d\t%d\t%d\nGid:\t0\t0\t0\t0\n"
                        .formatted(name, id, parent, real, effective, effective, effective));
    }
}
