package org.childfile.ingest.connector;

import java.util.Optional;
import org.childfile.ingest.connector.Connector.Title;
import org.childfile.settings.Section;

/**
 * What persons are told about a feed: why it is collected, by which law, and how long it is kept, each in Chinese and English.
 *
 * <p>Source: Personal Information Protection Law, art. 17, 30; Provisions on the Cyber Protection of Children's Personal
 * Information, art. 10.
 */
public record Notice(Title purpose, Title basis, Title retention) {

    /** The notice of a connector file; empty where it has none. One that is begun is whole, or a problem. */
    static Optional<Notice> read(Section connector) {
        if (!connector.has("notice")) {
            return Optional.empty();
        }
        Section notice = connector.section("notice");
        return Optional.of(new Notice(title(notice, "purpose"), title(notice, "basis"), title(notice, "retention")));
    }

    private static Title title(Section notice, String key) {
        Section title = notice.section(key);
        return new Title(title.text("zh"), title.text("en"));
    }
}
