package org.childfile.cli.terminal;

import java.util.Set;
import org.childfile.access.privacy.Masking;
import org.childfile.kernel.CitizenId;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * Values as a command shows them: masked, unless the user asked to see them.
 *
 * @param reveal whether nothing is masked
 */
public record Shown(boolean reveal) {

    private static final Set<String> NUMBERS = Set.of(
            "id_number",
            "father_id_number",
            "mother_id_number",
            "guardian_id_number",
            "birth_certificate",
            "disability_certificate");

    /** A value of an attribute; empty where there is none. */
    public String value(String attribute, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (reveal) {
            return value;
        }
        if (NUMBERS.contains(attribute)) {
            return Masking.idNumber(value);
        }
        if (attribute.endsWith("phone")) {
            return Masking.phone(value);
        }
        boolean name = attribute.endsWith("name") && !attribute.equals("school_name");
        if (name || attribute.equals("household_head")) {
            return Masking.name(value);
        }
        return attribute.endsWith("address") ? Masking.text(value) : value;
    }

    /** A record as commands name it, {@code feed:key}; some feeds use id numbers for keys. */
    public String key(SourceKey key) {
        boolean number = !reveal && CitizenId.FORM.matcher(key.key()).find();
        return key.feed() + ":" + (number ? Masking.idNumber(key.key()) : key.key());
    }
}
