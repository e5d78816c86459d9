package org.childfile.lab.departments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one answer, free to be changed.
 *
 * @param columns of a table, in order; for JSON and XML, whose records name their fields themselves, none
 * @param records a field's value is a {@code JsonNode} in JSON, else a {@code String}, and in a workbook also a {@code
 *     BigDecimal}, {@code Boolean} or {@code LocalDateTime}; a {@code String} may be put anywhere
 */
record Content(List<String> columns, List<Map<String, Object>> records) {

    static Content ofTable(List<String> columns) {
        return new Content(new ArrayList<>(columns), new ArrayList<>());
    }

    Map<String, Object> add() {
        Map<String, Object> record = new LinkedHashMap<>();
        records.add(record);
        return record;
    }
}
