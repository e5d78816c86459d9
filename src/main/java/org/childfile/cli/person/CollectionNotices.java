package org.childfile.cli.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.access.audit.YearReport;
import org.childfile.cli.terminal.BothLanguages;
import org.childfile.cli.terminal.Html;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connector.Title;
import org.childfile.ingest.connector.Notice;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.ingest.mapping.Population;
import org.childfile.jobs.PipelineSettings;

/** What each feed brings, and what persons are told about it: why, by which law, how long it is kept. */
public record CollectionNotices(List<Collected> feeds) {

    /** In which order populations are shown. */
    private static final List<Population> ORDER =
            List.of(Population.CHILD, Population.VOLUNTEER, Population.PAIRING, Population.CARE);

    /** Parts of an address, which are worked out of the address itself. */
    private static final String WORKED_OUT = "place";

    public CollectionNotices {
        feeds = List.copyOf(feeds);
    }

    /** What one feed brings. */
    record Collected(Title title, List<Attribute> attributes, Optional<Notice> notice) {
        Collected {
            attributes = List.copyOf(attributes);
        }

        /** The names of what is collected, such as {@code 姓名 name}. */
        String names() {
            return attributes.stream()
                    .map(attribute -> attribute.zh() + " " + attribute.en())
                    .collect(Collectors.joining("、"));
        }
    }

    /** Of the feeds that bring records of some populations. */
    public static CollectionNotices of(PipelineSettings settings, Set<Population> populations) {
        List<Collected> found = new ArrayList<>();
        Mappings mappings = settings.mappings();
        for (Population population :
                ORDER.stream().filter(populations::contains).toList()) {
            AttributeCatalogue catalogue = AttributeCatalogue.of(population);
            for (String feed : mappings.feeds(population)) {
                Connector connector = settings.connectors().find(feed).orElseThrow();
                found.add(new Collected(
                        connector.title(),
                        mappings.attributes(feed).stream()
                                .filter(name -> !name.endsWith(WORKED_OUT))
                                .map(name -> catalogue.find(name).orElseThrow())
                                .toList(),
                        connector.notice()));
            }
        }
        return new CollectionNotices(found);
    }

    /** As a table of the yearly report, a row a feed. */
    public YearReport.Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Collected each : feeds) {
            Optional<Notice> notice = each.notice();
            rows.add(List.of(
                    both(each.title()),
                    each.names(),
                    notice.map(Notice::purpose).map(CollectionNotices::both).orElse(""),
                    notice.map(Notice::basis).map(CollectionNotices::both).orElse(""),
                    notice.map(Notice::retention).map(CollectionNotices::both).orElse("")));
        }
        return new YearReport.Table("collected", List.of("feed", "attributes", "purpose", "basis", "retention"), rows);
    }

    /** As a part of a page for a person or a guardian. */
    String html(BothLanguages words) {
        StringBuilder html = new StringBuilder();
        for (Collected each : feeds) {
            html.append("<h3>").append(line(each.title())).append("</h3>\n<table><tbody>");
            html.append(row(words, "attributes", Html.escaped(each.names())));
            each.notice()
                    .ifPresentOrElse(
                            notice -> html.append(row(words, "purpose", line(notice.purpose())))
                                    .append(row(words, "basis", line(notice.basis())))
                                    .append(row(words, "retention", line(notice.retention()))),
                            () -> html.append(row(words, "purpose", words.line("notice.none"))));
            html.append("</tbody></table>\n");
        }
        return html.toString();
    }

    private static String row(BothLanguages words, String key, String content) {
        return "<tr>" + Html.element("td", "short", words.line("notice." + key)) + Html.element("td", "", content)
                + "</tr>\n";
    }

    private static String line(Title title) {
        return Html.escaped(title.zh()) + " " + Html.element("span", "en", Html.escaped(title.en()));
    }

    private static String both(Title title) {
        return title.zh() + " " + title.en();
    }
}
