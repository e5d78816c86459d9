package org.childfile.departments;

import java.io.IOException;

/** 政法: one workbook. */
final class PoliticalLegal implements Desk {

    private final World world;

    PoliticalLegal(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        if (!ask.path().equals("/latest.xlsx")) {
            throw Refused.unknown(ask.path());
        }
        return Answer.of(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                world.bytes(world.file(ask.night(), "political-legal.xlsx")));
    }
}
