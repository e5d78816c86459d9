package org.childfile.linkage.profiling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a proposed model: what each is called and how its cells are cleaned. */
final class ModelFields {

    private static final int ROWS_OF_A_SHARED_PHONE = 20;

    private final TableProfile table;
    private final Map<ColumnProfile, String> names = new LinkedHashMap<>();

    ModelFields(TableProfile table) {
        this.table = table;
        for (ColumnProfile column : table.columns()) {
            if (column.kind().compared()) {
                names.put(column, name(column.name()));
            }
        }
    }

    private String name(String column) {
        String plain = column.strip().replaceAll("[^\\p{L}\\p{N}_-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
        String name = plain.isEmpty() ? "column" : plain;
        String free = name;
        for (int i = 2; names.containsValue(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    List<ColumnProfile> all() {
        return List.copyOf(names.keySet());
    }

    List<ColumnProfile> of(ColumnKind kind) {
        return names.keySet().stream().filter(column -> column.kind() == kind).toList();
    }

    @Nullable
    ColumnProfile first(ColumnKind kind) {
        List<ColumnProfile> columns = of(kind);
        return columns.isEmpty() ? null : columns.getFirst();
    }

    String name(ColumnProfile column) {
        return Objects.requireNonNull(names.get(column));
    }

    /** The name of the field whose numbers are surely the person's own. */
    static String sure(String field) {
        return field + "-sure";
    }

    /** The cleaner for a column. */
    static String cleaner(ColumnProfile column) {
        return switch (column.kind()) {
            case CHINESE_NAME -> "chinese-name";
            case FORMER_NAME, RELATIVE -> column.share(Shapes::han) > 0.6 ? "chinese-name" : "name";
            case GIVEN_NAME, SURNAME, FULL_NAME -> "name";
            case BIRTH -> "date-as-written";
            case CITIZEN_ID -> "citizen-id-as-given";
            case PHONE -> column.share(Shapes::phone) > 0.5 ? "phone" : "digits";
            case EMAIL -> "email";
            case DIVISION -> "division";
            case ADDRESS, PLACE -> "words";
            case SEX -> "sex";
            default -> "lower";
        };
    }

    /** The lines of the section {@code fields}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        ColumnProfile birth = first(ColumnKind.BIRTH);
        names.forEach((column, name) -> {
            String text = "from: " + Yaml.text(column.name()) + ", as: " + cleaner(column);
            if (column.kind() == ColumnKind.PHONE) {
                text += ", common: " + ROWS_OF_A_SHARED_PHONE;
            }
            lines.add(name + ": {" + text + "}  # " + share(column));
        });
        for (ColumnProfile id : of(ColumnKind.CITIZEN_ID)) {
            String owner = birth == null
                    ? ""
                    : ", own-by: {field: " + name(birth) + ", derive: id-birth, is: within-days 400}";
            lines.add("# Valid numbers that can be the person's own; two different ones never are one person's.");
            lines.add(sure(name(id)) + ": {from: " + Yaml.text(id.name()) + ", as: citizen-id" + owner + "}");
        }
        return lines;
    }

    private String share(ColumnProfile column) {
        long percent = Math.round(100 * column.fillRate());
        return percent + " % filled, " + column.distinct() + (column.uncounted() ? " or more" : "") + " different";
    }

    TableProfile table() {
        return table;
    }
}
