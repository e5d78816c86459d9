package org.childfile.planted.insecure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** One mistake a method. */
public final class Insecure {

    private Insecure() {}

    /** A value put into a statement. */
    public static void sql(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from child where name = '" + name + "'");
        }
    }

    /** A value put into a command. */
    public static Process command(String file) throws IOException {
        return new ProcessBuilder("sh", "-c", "cat " + file).start();
    }

    /** A digest that can be forged. */
    public static byte[] digest(String text) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret that can be guessed. */
    public static String token() {
        return Long.toHexString(new Random().nextLong());
    }
}
