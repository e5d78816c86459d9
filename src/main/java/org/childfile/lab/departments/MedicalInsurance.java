package org.childfile.lab.departments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** 医保: a bearer token, and one packed file of lines with their number in a header. */
final class MedicalInsurance implements Desk {

    static final String TOKEN = "demo-medical-insurance-token";

    private final Applications applications = new Applications(
            "YB",
            new Applications.Words(
                    List.of("/applications", "/corrections"),
                    "acceptNo",
                    "status",
                    "memo",
                    List.of("ACCEPTED", "PROCESSING", "SUPPLEMENT", "FINISHED", "REJECTED"),
                    "",
                    ""));

    private final World world;

    MedicalInsurance(World world) {
        this.world = world;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public DepartmentAnswer answer(DepartmentRequest ask) throws IOException {
        ask.mustShow("Authorization", "Bearer " + TOKEN);
        if (applications.knows(ask.path())) {
            return applications.answer(ask);
        }
        if (!ask.path().equals("/insured/children.ndjson.gz")) {
            throw Refused.unknown(ask.path());
        }
        Path file = world.file(ask.night(), "medical-insurance.ndjson.gz");
        long rows = world.fact(file, Long.class, MedicalInsurance::lines);
        return DepartmentAnswer.of("application/gzip", world.bytes(file))
                .withHeader("X-Row-Count", Long.toString(rows));
    }

    private static long lines(InputStream in) throws IOException {
        long lines = 0;
        boolean begun = false;
        byte[] block = new byte[1 << 16];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            for (int at = 0; at < read; at++) {
                if (block[at] == '\n') {
                    lines += begun ? 1 : 0;
                    begun = false;
                } else {
                    begun = true;
                }
            }
        }
        return lines + (begun ? 1 : 0);
    }
}
