package org.childfile.files.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.CitizenId;
import org.childfile.kernel.SourceKey;

/**
 * Records as tests tell them: {@code name 张子涵; birth 2015-03-07; id 50010120150307002}. An id number of 17 digits gets
 * its check character; {@code id?} is one in doubt. Other words are attributes by their own names.
 */
final class Told {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final Map<String, String> SHORT = Map.of(
            "birth", "birth_date",
            "id", "id_number",
            "certificate", "birth_certificate",
            "home", "residence_division",
            "father", "father_name",
            "mother", "mother_name",
            "guardian", "guardian_name",
            "tel", "guardian_phone",
            "former", "former_name");

    private Told() {}

    static SourceRecord source(long recordId, String key, String told) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Map<String, Object> doubts = new LinkedHashMap<>();
        for (String each : told.split(";")) {
            String[] words = each.strip().split(" ", 2);
            boolean doubtful = words[0].endsWith("?") || (words[0].equals("name") && words[1].indexOf('?') >= 0);
            String word = words[0].replace("?", "");
            String attribute = SHORT.getOrDefault(word, word);
            attributes.put(attribute, attribute.endsWith("id_number") && !doubtful ? id(words[1]) : words[1]);
            if (doubtful) {
                doubts.put(attribute, "CHECK");
            }
        }
        return new SourceRecord(recordId, SourceKey.parse(key), false, Instant.EPOCH, attributes, doubts);
    }

    /** An id number with its check character. */
    static String id(String digits) {
        return digits.length() == 17 ? digits + CitizenId.checkCharacter(digits) : digits;
    }
}
