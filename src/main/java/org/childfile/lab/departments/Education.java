package org.childfile.lab.departments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 教委: a manifest, and the file that it names. */
final class Education implements Desk {

    private record Facts(String sha256, long rows) {}

    private final Applications applications = new Applications(
            "JW",
            new Applications.Words(
                    List.of("/applications", "/corrections"),
                    "回执号",
                    "办理状态",
                    "答复",
                    List.of("已受理", "办理中", "需补充材料", "已办结", "不予受理"),
                    "",
                    ""));

    private final World world;

    Education(World world) {
        this.world = world;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public DepartmentAnswer answer(DepartmentRequest ask) throws IOException {
        if (applications.knows(ask.path())) {
            return applications.answer(ask);
        }
        Path file = world.only(ask.night(), "education", ".csv.gz");
        String name = file.getFileName().toString();
        if (ask.path().equals("/export/latest")) {
            Facts facts = world.fact(file, Facts.class, in -> new Facts(sha256(file), CsvRows.count(in)));
            Map<String, Object> manifest = new LinkedHashMap<>();
            manifest.put("file", name);
            manifest.put("sha256", facts.sha256());
            manifest.put("rows", facts.rows());
            return DepartmentAnswer.json(200, Pages.object(manifest));
        }
        if (ask.path().equals("/export/" + name)) {
            return DepartmentAnswer.of("application/gzip", world.bytes(file));
        }
        throw Refused.unknown(ask.path());
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
