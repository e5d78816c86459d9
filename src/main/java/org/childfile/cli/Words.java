package org.childfile.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.childfile.linkage.Explanation;
import org.childfile.linkage.Verdict;
import org.childfile.mapping.AttributeCatalogue.Attribute;

/**
 * What linkage says, in the language of the user. What the messages do not know, such as a comparison of a model of the
 * user's own, is shown as it is written.
 */
record Words(Messages messages) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(RunningCommand.ZONE);

    String comparison(String written) {
        return word("evidence.", written);
    }

    String level(String written) {
        return word("level.", written);
    }

    String veto(String written) {
        return word("veto.", written);
    }

    String reason(String written) {
        return word("review.reason.", written);
    }

    /** Why a value is in doubt. */
    String doubt(String written) {
        return word("doubt.", written);
    }

    String outcome(Explanation.Outcome outcome) {
        return word("outcome.", outcome.name());
    }

    String kind(Verdict.Kind kind) {
        return word("verdict.", kind.written());
    }

    String verdict(Verdict verdict) {
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

    String dutyKind(String written) {
        return word("duty.kind.", written);
    }

    String dutyState(String written) {
        return word("duty.state.", written);
    }

    String moment(Instant at) {
        return MINUTE.format(at);
    }

    String label(Attribute attribute) {
        return messages.bundle().getLocale().getLanguage().equals("en") ? attribute.en() : attribute.zh();
    }

    /** Bits with their sign. */
    static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    private String word(String prefix, String written) {
        ResourceBundle bundle = messages.bundle();
        String key = prefix
                + written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return bundle.containsKey(key) ? bundle.getString(key) : written;
    }

    /** The kind of a call; a dash where it is not shown. */
    String wakeupKind(@org.jspecify.annotations.Nullable String kind) {
        return kind == null ? "–" : messages.text("wakeup.kind." + kind.toLowerCase(java.util.Locale.ROOT));
    }
}
