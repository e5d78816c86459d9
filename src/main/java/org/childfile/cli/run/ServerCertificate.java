package org.childfile.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.childfile.storage.PrivateFiles;

/**
 * A key (P-256) and a certificate that it signs itself, for the PostgreSQL of the compose file: whoever has the certificate
 * can tell that server from any other. Java has no call to make a certificate, so its keytool does.
 */
final class ServerCertificate {

    private static final String NAME = "postgres";
    private static final String DAYS = "3650";
    private static final int PASSWORD_BYTES = 24;

    private ServerCertificate() {}

    /** Writes {@code postgres.key} and {@code postgres.crt} (PEM) into a folder, in place of those that were there. */
    static void write(Path folder) throws IOException, InterruptedException {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getEncoder().encodeToString(bytes);
        Path store = folder.resolve(".made.p12");
        Files.deleteIfExists(store);
        try {
            make(store, password);
            KeyStore made = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                made.load(in, password.toCharArray());
            }
            PrivateFiles.write(
                    folder.resolve("postgres.key"),
                    pem("PRIVATE KEY", made.getKey(NAME, password.toCharArray()).getEncoded()));
            PrivateFiles.writePublic(
                    folder.resolve("postgres.crt"),
                    pem("CERTIFICATE", made.getCertificate(NAME).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key that keytool made cannot be read", e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    /** The password goes through the environment: a command line is for everybody on the machine to read. */
    private static void make(Path store, String password) throws IOException, InterruptedException {
        ProcessBuilder keytool = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "san=dns:" + NAME + ",dns:localhost",
                "-validity",
                DAYS,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "CHILDFILE_STORE_PASSWORD"));
        keytool.environment().put("CHILDFILE_STORE_PASSWORD", password);
        keytool.redirectErrorStream(true);
        Process process = keytool.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no certificate: " + said.strip());
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
