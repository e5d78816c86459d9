package org.childfile.lab.registers;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;

/** What is true: which person each record is about, who the children are, and which of them are hidden ones. */
final class Truth implements Closeable {

    private final TextSink records;
    private final TextSink people;
    private final TextSink hidden;

    Truth(Path dir) throws IOException {
        records = new TextSink(dir.resolve("truth.csv"), StandardCharsets.UTF_8, "\n");
        people = new TextSink(dir.resolve("people.csv"), StandardCharsets.UTF_8, "\n");
        hidden = new TextSink(dir.resolve("hidden.csv"), StandardCharsets.UTF_8, "\n");
        hidden.put("night,person,rule");
        records.put("feed,source_key,person,population");
        people.put("person,family,twin_group,birth_date,sex,name");
    }

    void record(String feed, String key, Child child) throws IOException {
        records.put(feed + ',' + key + ',' + child.person() + ",child");
    }

    void volunteer(String key, int index) throws IOException {
        records.put("volunteers," + key + ",W" + Digits.pad(index, 7) + ",volunteer");
    }

    void person(Child child) throws IOException {
        people.put(child.person() + ",F" + Digits.pad(child.household().number(), 7) + ','
                + (child.twinGroup() == 0 ? "" : "T" + Digits.pad(child.twinGroup(), 6)) + ','
                + Day.iso(child.born()) + ',' + (child.sex() == Sex.MALE ? "1" : "2") + ','
                + child.name().text());
    }

    /** By which kinds a child is a hidden one, each night. */
    void hidden(Child child, Evidence evidence) throws IOException {
        for (int night = 1; night <= 2; night++) {
            for (String kind : evidence.hidden(night)) {
                hidden.put(night + "," + child.person() + ',' + kind);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (records;
                people) {
            hidden.close();
        }
    }
}
