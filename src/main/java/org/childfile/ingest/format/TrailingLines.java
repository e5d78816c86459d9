package org.childfile.ingest.format;

import java.util.regex.Pattern;

/** Lines that people put below a table: totals, who made it, comments. They are no record, so nobody's key is in them. */
final class TrailingLines {

    private static final Pattern TEXT = Pattern.compile(
            "(合\\s*计|总\\s*计|小\\s*计|共\\s*计|共\\s*\\d+\\s*[条人行名户]).*"
                    + "|(制表|填表|填报|审核|统计|说明|备注|注|导出时间|打印时间)[^,;\\t]{0,6}[:：].*"
                    + "|(?i:total|sum|rows)\\b.*|#[^A-Z#].*|--.*|//.*",
            Pattern.DOTALL);

    private TrailingLines() {}

    /** Whether a line whose first text is this is such a line. */
    static boolean begins(String firstText) {
        return TEXT.matcher(firstText.strip()).matches();
    }
}
