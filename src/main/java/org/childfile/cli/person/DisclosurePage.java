package org.childfile.cli.person;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.cli.person.Disclosure.Table;
import org.childfile.cli.terminal.BothLanguages;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.YearPage;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.ingest.mapping.ValueWords;

/** All that is held of a person, for the person or its guardian to read: a page that needs nothing beside itself. */
final class DisclosurePage {

    private static final String MORE_STYLE = """
            pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f7f9;border-radius:6px;padding:.6rem .8rem;margin:.3rem 0 1rem;
              font:12.5px/1.5 ui-monospace,"Noto Sans Mono CJK SC",monospace}
            td.short{white-space:nowrap}
            h3{font-size:.95rem;margin:1.1rem 0 .2rem} ol{padding-left:1.3rem} li{margin:.35rem 0}
            """;

    /** Columns of dates and single words, which are never broken into lines. */
    private static final Set<String> SHORT = Set.of(
            "since",
            "until",
            "matter",
            "kind",
            "state",
            "observed",
            "valid_from",
            "valid_to",
            "recorded",
            "superseded",
            "decided",
            "moment");

    /** Columns that hold a value of the attribute that their row names. */
    private static final Set<String> VALUES = Set.of("value", "other");

    private final BothLanguages words = new BothLanguages();
    private final Disclosure disclosure;
    private final CollectionNotices notices;
    private final AttributeCatalogue catalogue;

    DisclosurePage(Disclosure disclosure, CollectionNotices notices) {
        this.disclosure = disclosure;
        this.notices = notices;
        this.catalogue = AttributeCatalogue.of(disclosure.population());
    }

    String html(String day) {
        StringBuilder body = new StringBuilder("<style>" + MORE_STYLE + "</style>\n");
        body.append("<h1>").append(words.line("disclose.title")).append("</h1>\n");
        body.append("<p class=\"mono\">")
                .append(Html.escaped(disclosure.personId() + " · " + day))
                .append("</p>\n");
        body.append(paragraph("disclose.about")).append("<ol>\n");
        for (String right : List.of("correct", "erase", "complain")) {
            body.append("<li>").append(words.line("disclose.right." + right)).append("</li>\n");
        }
        body.append("</ol>\n");
        body.append(head("notices")).append(notices.html(words));
        body.append(values()).append(table("conflicts")).append(records());
        for (String name : List.of("versions", "difficulties", "care", "calls", "decisions", "requests", "accesses")) {
            body.append(table(name));
        }
        return YearPage.page(words.zh("disclose.title"), body.toString());
    }

    /** The values in the order of the catalogue, which is the order of a file on paper. */
    private String values() {
        Table values = disclosure.table("values");
        List<List<String>> ordered = values.rows().stream()
                .filter(row -> !row.getFirst().endsWith("place"))
                .sorted((a, b) -> Integer.compare(
                        catalogue.names().indexOf(a.getFirst()),
                        catalogue.names().indexOf(b.getFirst())))
                .toList();
        return head("values") + rows(new Table(values.columns(), ordered));
    }

    private String table(String name) {
        Table table = disclosure.table(name);
        return head(name) + (table.rows().isEmpty() ? paragraph("pack.none") : rows(table));
    }

    private String records() {
        StringBuilder html = new StringBuilder(head("records"));
        for (List<String> row : disclosure.table("records").rows()) {
            html.append("<h3>")
                    .append(Html.escaped(words.word("disclose.feed.", row.get(0)) + " · " + row.get(1)))
                    .append("</h3>\n<p class=\"en\">")
                    .append(Html.escaped(
                            row.get(2) + " · " + words.word("disclose.word.", row.get(3)) + " · " + row.get(4)))
                    .append("</p>\n<pre>")
                    .append(Html.escaped(row.get(5)))
                    .append("</pre>\n");
        }
        return html.toString();
    }

    private String head(String name) {
        return "<h2>" + words.line("disclose." + name) + "</h2>\n" + paragraph("disclose." + name + ".about");
    }

    private String paragraph(String key) {
        return "<p>" + words.line(key) + "</p>\n";
    }

    private String rows(Table table) {
        StringBuilder html = new StringBuilder("<table><thead><tr>");
        table.columns()
                .forEach(column -> html.append("<th>")
                        .append(words.line("disclose.column." + column))
                        .append("</th>"));
        html.append("</tr></thead>\n<tbody>");
        int attribute = table.columns().indexOf("attribute");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String column = table.columns().get(i);
                String cell = VALUES.contains(column) && attribute >= 0
                        ? value(row.get(attribute), row.get(i))
                        : cell(column, row.get(i));
                html.append(SHORT.contains(column) ? Html.element("td", "short", Html.escaped(cell)) : Html.cell(cell));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    private String cell(String column, String text) {
        return switch (column) {
            case "attribute" -> label(text);
            case "attributes", "changed" ->
                Arrays.stream(text.split(", ", -1)).map(this::chinese).collect(Collectors.joining("、"));
            case "feed", "other_feed" -> words.word("disclose.feed.", text);
            case "state" -> catalogue.find(text).isPresent() ? label(text) : words.word("disclose.word.", text);
            case "rule", "decision", "matter", "kind" -> words.word("disclose.word.", text);
            case "role", "purpose", "action" -> words.word("pack.word.", text);
            default -> text;
        };
    }

    /** In words, Chinese first; in English, too, where that is another word. */
    private String value(String attribute, String text) {
        Optional<Attribute> known = catalogue.find(attribute);
        if (known.isEmpty()) {
            return text;
        }
        String zh = ValueWords.plain(Locale.CHINESE).of(known.get(), text);
        String en = ValueWords.plain(Locale.ENGLISH).of(known.get(), text);
        return zh.equals(en) ? zh : zh + " " + en;
    }

    private String label(String attribute) {
        return catalogue
                .find(attribute)
                .map(each -> each.zh() + " " + each.en())
                .orElse(attribute);
    }

    private String chinese(String attribute) {
        return catalogue.find(attribute).map(Attribute::zh).orElse(attribute);
    }
}
