package org.childfile.access.rights;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What each role is shown for each purpose, found by asking: a line a column of a published view, and a line each name that a
 * column gives away (of a feed, an attribute, a rule, a kind of call …).
 */
final class WhoSeesWhat {

    /** Columns whose values are names, or hold some. */
    private static final Set<String> NAMING = Set.of(
            "mart.change.changed",
            "mart.child.feeds",
            "mart.child_conflict.attribute",
            "mart.child_conflict.feed",
            "mart.child_doubt.attribute",
            "mart.child_doubt.feed",
            "mart.child_identifiers.attributes",
            "mart.child_kind.rule",
            "mart.child_record.feed",
            "mart.child_signal.rule",
            "mart.child_value.attribute",
            "mart.child_value.feed",
            "mart.child_version.changed",
            "mart.child_version.feeds",
            "mart.child_warning.rule",
            "mart.hidden_change.rule",
            "mart.hidden_child.rule",
            "mart.membership.feed",
            "mart.pairing_question.calls",
            "mart.risk.grade",
            "mart.risk.rules",
            "mart.volunteer_doubt.attribute",
            "mart.volunteer_value.attribute",
            "mart.wakeup.kind",
            "mart.child_help.kind",
            "mart.wakeup_item.attribute",
            "mart.wakeup_item.feed",
            "ops.access.detail",
            "ops.correction.attribute");

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("caring-mother", "爱心妈妈"),
            Map.entry("township", "乡镇街道"),
            Map.entry("district", "区县"),
            Map.entry("city", "市"),
            Map.entry("department", "部门"),
            Map.entry("auditor", "审计员"),
            Map.entry("app", "应用"),
            Map.entry("operator", "运维人员"),
            Map.entry("reviewer", "复核员"),
            Map.entry("protection-desk", "儿童保护岗"),
            Map.entry("security-officer", "安全负责人"));

    private static final Map<String, String> PURPOSES = Map.of(
            "care",
            "关爱",
            "review",
            "复核",
            "operations",
            "运行",
            "statistics",
            "统计",
            "audit",
            "审计",
            "subject-rights",
            "个人权利",
            "wake-up",
            "唤醒",
            "protection",
            "儿童保护");

    private WhoSeesWhat() {}

    /** Who asks: every role for every purpose that it has, and an app whose registration lists the name alone. */
    static Map<String, Claims> everybody(RightsRules rules) {
        Map<String, Claims> all = new LinkedHashMap<>();
        for (RightsRules.Role role : rules.roles()) {
            for (RightsRules.Grant grant : role.grants()) {
                String name = ROLES.get(role.name()) + "·" + PURPOSES.get(grant.purpose()) + " " + role.name() + "/"
                        + grant.purpose();
                all.put(name, claims(role, grant, null));
                if (role.name().equals("app") && grant.purpose().equals("care")) {
                    all.put("应用（仅登记姓名）·关爱 app/care, name alone", claims(role, grant, List.of("name")));
                }
            }
        }
        return all;
    }

    private static Claims claims(RightsRules.Role role, RightsRules.Grant grant, @Nullable List<String> attributes) {
        boolean divisions = role.rows() == RightsRules.Rows.DIVISIONS;
        return new Claims(
                "somebody",
                role.name(),
                grant.purpose(),
                divisions ? List.of("") : List.of(),
                divisions ? List.of() : List.of("CA", "CB"),
                attributes,
                "api");
    }

    /** By line (view, column and name) whether a caller is shown it. */
    static Set<String> shown(Connection connection) throws SQLException {
        Set<String> shown = new TreeSet<>();
        for (Map.Entry<String, List<String>> view : views(connection).entrySet()) {
            StringBuilder counts = new StringBuilder();
            for (String column : view.getValue()) {
                counts.append(counts.isEmpty() ? "" : ", ")
                        .append("bool_or(nullif(nullif(\"" + column + "\"::text, '{}'), '[]') is not null)");
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select " + counts + " from " + view.getKey())) {
                row.next();
                for (int i = 0; i < view.getValue().size(); i++) {
                    if (row.getBoolean(i + 1)) {
                        String column = view.getKey() + "." + view.getValue().get(i);
                        shown.add(column);
                        if (NAMING.contains(column)) {
                            shown.addAll(names(
                                    connection, view.getKey(), view.getValue().get(i)));
                        }
                    }
                }
            }
        }
        return shown;
    }

    private static List<String> names(Connection connection, String view, String column) throws SQLException {
        return GuardedWarehouse.texts(
                connection,
                "select distinct '" + view + "." + column + " = ' || named.named from " + view
                        + " cross join lateral regexp_split_to_table(trim(both '{}' from \"" + column
                        + "\"::text), ',') named (named)"
                        + " where named.named <> ''");
    }

    /** The published views and tables by the catalogue, each with its columns. */
    static Map<String, List<String>> views(Connection connection) throws SQLException {
        Map<String, List<String>> views = new TreeMap<>();
        for (String each : GuardedWarehouse.texts(connection, """
                select n.nspname || '.' || c.relname || ' ' || string_agg(a.attname, ',' order by a.attnum)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname in ('mart', 'ops') and c.relkind in ('r', 'v', 'm', 'p')
                group by n.nspname, c.relname""")) {
            int blank = each.indexOf(' ');
            views.put(
                    each.substring(0, blank), List.of(each.substring(blank + 1).split(",")));
        }
        return views;
    }

    /** The page: Chinese and English headings, a line what the program itself sees, a mark where a caller does. */
    static String page(Set<String> all, Map<String, Set<String>> byCaller, Map<String, String> meanings) {
        StringBuilder page = new StringBuilder("字段 column,含义 meaning");
        byCaller.keySet().forEach(caller -> page.append(',').append(quoted(caller)));
        page.append('\n');
        for (String line : all) {
            String column = line.contains(" = ") ? line.substring(0, line.indexOf(" = ")) : line;
            List<String> cells = new ArrayList<>(
                    List.of(quoted(line), quoted(line.contains(" = ") ? "" : meanings.getOrDefault(column, ""))));
            byCaller.values().forEach(seen -> cells.add(seen.contains(line) ? "可见" : ""));
            page.append(String.join(",", cells)).append('\n');
        }
        return page.toString();
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** What columns are called in Chinese, by their comments. */
    static Map<String, String> meanings(Connection connection) throws SQLException {
        Map<String, String> meanings = new TreeMap<>();
        for (String each : GuardedWarehouse.texts(connection, """
                select n.nspname || '.' || c.relname || '.' || a.attname || ' ' || coalesce(split_part(obj_description(c.oid, 'pg_class'), '。', 1), '')
                    || '：' || coalesce(split_part(col_description(c.oid, a.attnum), '：', 1), '')
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname in ('mart', 'ops') and c.relkind in ('r', 'v', 'm', 'p')""")) {
            int blank = each.indexOf(' ');
            meanings.put(each.substring(0, blank), each.substring(blank + 1));
        }
        return meanings;
    }
}
