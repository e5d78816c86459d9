package org.childfile.database;

import java.io.IOException;
import java.nio.file.Path;
import org.childfile.jobs.TestFiles;

/** The programs of the embedded server, unpacked once a JVM, for homes of tests that are not about unpacking them. */
final class UnpackedServer {

    private static final Path HOME = unpacked();

    private UnpackedServer() {}

    private static Path unpacked() {
        try {
            Path home = TestFiles.temporary("server");
            ServerBinaries.of(home);
            return home;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies them into a home. */
    static void into(Path home) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder(
                        "cp", "-a", HOME.resolve("binaries").toString(), home.toString())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("the server's programs cannot be copied to " + home);
        }
    }
}
