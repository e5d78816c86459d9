package org.childfile.files.setaside;

import java.util.Map;
import java.util.Optional;
import org.childfile.access.privacy.KeyTokens;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeDomain;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;

/** Whether a stage may work on a standard record: every value of it is one of its attribute's type. */
public final class RecordCheck {

    private final AttributeCatalogue catalogue;
    private final KeyTokens tokens;

    public RecordCheck(Population population, KeyTokens tokens) {
        this.catalogue = AttributeCatalogue.of(population);
        this.tokens = tokens;
    }

    /** The first value that is none; empty where the record is sound. */
    public Optional<SetAside> of(SourceRecord record) {
        for (Map.Entry<String, Object> each : record.attributes().entrySet()) {
            Optional<SetAside> flaw = catalogue
                    .find(each.getKey())
                    .flatMap(attribute -> AttributeDomain.flaw(
                            attribute.type(), each.getValue(), record.doubts().containsKey(each.getKey())))
                    .map(reason -> SetAside.of(tokens.stored(record.key()), each.getKey(), reason.name()));
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }
}
