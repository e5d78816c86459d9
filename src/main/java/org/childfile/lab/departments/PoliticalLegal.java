package org.childfile.lab.departments;

import java.io.IOException;
import java.util.List;

/** 政法: one workbook. */
final class PoliticalLegal implements Desk {

    private final Applications applications = new Applications(
            "ZF",
            new Applications.Words(
                    List.of("/corrections"),
                    "receipt",
                    "state",
                    "note",
                    List.of("received", "in-hand", "asked-back", "done", "refused"),
                    "",
                    ""));

    private final World world;

    PoliticalLegal(World world) {
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
        if (!ask.path().equals("/latest.xlsx")) {
            throw Refused.unknown(ask.path());
        }
        return DepartmentAnswer.of(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                world.bytes(world.file(ask.night(), "political-legal.xlsx")));
    }
}
