package org.childfile.cli.terminal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.childfile.files.identity.Explanation;
import org.childfile.files.identity.Verdict;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.kernel.CityTime;

/**
 * What linkage says, in the language of the user. What the messages do not know, such as a comparison of a model of the
 * user's own, is shown as it is written.
 */
public record Words(Messages messages) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(CityTime.ZONE);

    public String comparison(String written) {
        return word("evidence.", written);
    }

    public String level(String written) {
        return word("level.", written);
    }

    public String veto(String written) {
        return word("veto.", written);
    }

    public String reason(String written) {
        return word("review.reason.", written);
    }

    /** Why a value is in doubt. */
    public String doubt(String written) {
        return word("doubt.", written);
    }

    public String outcome(Explanation.Outcome outcome) {
        return word("outcome.", outcome.name());
    }

    public String kind(Verdict.Kind kind) {
        return word("verdict.", kind.written());
    }

    public String verdict(Verdict verdict) {
        String said = messages.text(
                "verdict.line",
                String.valueOf(verdict.number()),
                kind(verdict.kind()),
                verdict.actor(),
                moment(verdict.at()),
                verdict.reason());
        return verdict.changed() == null
                ? said
                : said + " "
                        + messages.text(
                                "verdict.changed-on", moment(verdict.changed()), String.valueOf(verdict.number()));
    }

    public String dutyKind(String written) {
        return word("duty.kind.", written);
    }

    public String dutyState(String written) {
        return word("duty.state.", written);
    }

    public String moment(Instant at) {
        return MINUTE.format(at);
    }

    public String label(Attribute attribute) {
        return attribute.label(messages.bundle().getLocale());
    }

    /** Bits with their sign. */
    public static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    private String word(String prefix, String written) {
        ResourceBundle bundle = messages.bundle();
        String key = prefix
                + written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return bundle.containsKey(key) ? bundle.getString(key) : written;
    }

    /** The kind of a call; a dash where it is not shown. */
    public String wakeupKind(@org.jspecify.annotations.Nullable String kind) {
        return kind == null ? "–" : messages.text("wakeup.kind." + kind.toLowerCase(java.util.Locale.ROOT));
    }
}
