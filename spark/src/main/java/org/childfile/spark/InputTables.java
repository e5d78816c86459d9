package org.childfile.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;

/**
 * The tables that are linked, as texts: the number of the source, the id of the row, the columns that the model reads, and whether
 * the line was broken. Blanks around names and cells do not count.
 */
final class InputTables {

    /** How a broken line is told: as the text that it was. */
    private static final String BROKEN = "_broken_line";

    private static final int JDBC_PARTS = 8;

    private final SparkSession spark;
    private final JobRequest request;
    private final List<String> columns;
    private final LinkModel model;
    private final Problems problems;

    InputTables(SparkSession spark, JobRequest request, LinkModel model, Problems problems) {
        this.spark = spark;
        this.request = request;
        this.model = model;
        this.columns = PeopleTable.builder(model).columns();
        this.problems = problems;
    }

    /** All tables beside each other; what cannot be read of them is a problem, and then there is nothing. */
    @Nullable
    Dataset<Row> read() {
        @Nullable Dataset<Row> all = null;
        for (int source = 0; source < request.inputs().size(); source++) {
            Dataset<Row> table = table(request.inputs().get(source), source);
            if (table != null) {
                all = all == null ? table : all.union(table);
            }
        }
        return problems.isEmpty() ? all : null;
    }

    private @Nullable Dataset<Row> table(String input, int source) {
        Dataset<Row> raw;
        try {
            raw = input.startsWith("jdbc:") ? ofDatabase(input) : isCsv(input) ? ofCsv(input) : spark.read().parquet(input);
        } catch (Exception e) {
            if (!(e instanceof org.apache.spark.sql.AnalysisException)) {
                throw e;
            }
            problems.add(withoutPassword(input), 0, "cannot be read: " + firstLine(e));
            return null;
        }
        List<String> header = new ArrayList<>(List.of(raw.columns()));
        boolean lines = header.remove(BROKEN);
        model.check(header, withoutPassword(input), problems);
        String id = request.id() == null ? header.getFirst() : request.id();
        if (!header.contains(id)) {
            problems.add(
                    withoutPassword(input),
                    1,
                    "no column " + id + Section.hint(id, header) + "; there are " + String.join(", ", header));
        }
        if (!problems.isEmpty()) {
            return null;
        }
        List<Column> chosen = new ArrayList<>();
        chosen.add(functions.lit(source).as(Columns.SOURCE));
        chosen.add(text(raw, id).as(Columns.ID));
        columns.forEach(column -> chosen.add(text(raw, column)));
        chosen.add((lines ? functions.col(BROKEN).isNotNull() : functions.lit(false)).as(BROKEN));
        return raw.select(chosen.toArray(Column[]::new));
    }

    private static Column text(Dataset<Row> table, String column) {
        return table.col("`" + column.replace("`", "``") + "`").cast(DataTypes.StringType);
    }

    static boolean isCsv(String path) {
        return path.endsWith(".csv") || path.endsWith(".csv.gz") || path.endsWith(".txt") || path.endsWith(".tsv");
    }

    private Dataset<Row> ofCsv(String path) {
        String[] header = csv().option("header", true).csv(path).columns();
        StructType texts = new StructType();
        for (String column : header) {
            texts = texts.add(column.strip(), DataTypes.StringType);
        }
        return csv().option("header", true)
                .option("columnNameOfCorruptRecord", BROKEN)
                .schema(texts.add(BROKEN, DataTypes.StringType))
                .csv(path);
    }

    private org.apache.spark.sql.DataFrameReader csv() {
        return spark.read()
                .option("encoding", request.charset())
                .option("sep", request.delimiter())
                .option("quote", "\"")
                .option("escape", "\"")
                .option("ignoreLeadingWhiteSpace", true)
                .option("ignoreTrailingWhiteSpace", true);
    }

    /** By parts of the ids, each read by a connection of its own. */
    private Dataset<Row> ofDatabase(String address) {
        int at = address.lastIndexOf('#');
        String url = address.substring(0, at);
        String table = address.substring(at + 1);
        Dataset<Row> whole = spark.read().jdbc(url, table, new Properties());
        String id = request.id() == null ? whole.columns()[0] : request.id();
        String[] parts = new String[JDBC_PARTS];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = "mod(hashtext(\"" + id.replace("\"", "\"\"") + "\"::text)::bigint + 2147483648, " + JDBC_PARTS
                    + ") = " + part;
        }
        Properties settings = new Properties();
        settings.setProperty("fetchsize", "10000");
        return spark.read().jdbc(url, table, parts, settings);
    }

    /** An address as it may be told: without what stands behind its question mark. */
    static String withoutPassword(String input) {
        int at = input.startsWith("jdbc:") ? input.indexOf('?') : -1;
        int table = input.lastIndexOf('#');
        return at < 0 ? input : input.substring(0, at) + (table > at ? input.substring(table) : "");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
