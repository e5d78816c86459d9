package org.childfile.cli.main;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.childfile.kernel.CitizenIdReader;
import org.childfile.kernel.CitizenIdReading;

/** The id numbers and phones of a generated world, and where they show: in plain, in hexadecimal digits, in Base64. */
public final class Identities {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])[GL]?(\\d{17}[0-9Xx]|\\d{15}|1[3-9]\\d{9})(?!\\d)");
    private static final Pattern DIGITS = Pattern.compile("\\d{11,}[Xx]?");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{22,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{15,}");
    private static final int[] LENGTHS = {11, 15, 18};

    private final Set<String> all = new TreeSet<>();

    /** Those that stand in any file of a world that is text. */
    public static Identities of(Path world) throws IOException {
        Identities identities = new Identities();
        try (Stream<Path> files = Files.walk(world)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher number = NUMBER.matcher(text(file));
                while (number.find()) {
                    identities.addIfReal(number.group(1).toUpperCase(java.util.Locale.ROOT));
                }
            }
        }
        return identities;
    }

    private static String text(Path file) throws IOException {
        String name = file.toString();
        if (!name.endsWith(".gz")) {
            return name.endsWith(".xlsx") ? "" : Files.readString(file, StandardCharsets.UTF_8);
        }
        Charset charset = name.endsWith(".csv.gz") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), charset);
        }
    }

    private void addIfReal(String number) {
        if (number.length() == LENGTHS[0] || CitizenIdReader.read(number) instanceof CitizenIdReading.Valid) {
            all.add(number);
        }
    }

    int size() {
        return all.size();
    }

    String any() {
        return all.iterator().next();
    }

    /** Those that show in a text. */
    public Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        plain(text, found);
        Matcher digits = HEXADECIMAL.matcher(text);
        while (digits.find()) {
            String run = digits.group();
            for (int shift = 0; shift < 2; shift++) {
                int end = run.length() - (run.length() - shift) % 2;
                byte[] bytes = HexFormat.of().parseHex(run, shift, end);
                plain(new String(bytes, StandardCharsets.ISO_8859_1), found);
            }
        }
        Matcher letters = BASE64.matcher(text);
        while (letters.find()) {
            String run = letters.group().replace('-', '+').replace('_', '/');
            for (int shift = 0; shift < 4; shift++) {
                int end = run.length() - (run.length() - shift) % 4;
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(run.substring(shift, end)));
                plain(StandardCharsets.ISO_8859_1.decode(bytes).toString(), found);
            }
        }
        return found;
    }

    private void plain(String text, Set<String> found) {
        Matcher run = DIGITS.matcher(text);
        while (run.find()) {
            String digits = run.group().toUpperCase(java.util.Locale.ROOT);
            for (int length : LENGTHS) {
                for (int from = 0; from + length <= digits.length(); from++) {
                    String window = digits.substring(from, from + length);
                    if (all.contains(window)) {
                        found.add(window);
                    }
                }
            }
        }
    }
}
