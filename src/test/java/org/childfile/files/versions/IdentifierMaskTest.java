package org.childfile.files.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Conflict;
import org.childfile.files.merge.Profile.Value;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;

class IdentifierMaskTest {

    private static final IdentifierMask VEIL = new IdentifierMask(Population.CHILD);
    private static final BinaryOperator<String> SEAL = (attribute, text) -> "~" + attribute + ":" + text;
    private static final UnaryOperator<String> OPEN = text -> text.replaceFirst("~.*:", "");
    private static final Profile CLEAR = profile(
            "500101201503070023",
            "500101201503070015",
            "13812345678",
            "渝北区木耳镇金刚村3组8号",
            Map.of("district", "500112", "township", "500112104", "village", "金刚村", "rest", "8号"));

    private static Profile profile(
            String number, String other, String phone, String address, Map<String, String> place) {
        TreeMap<String, Value> values = new TreeMap<>();
        values.put("name", value("李思源"));
        values.put("id_number", value(number));
        values.put("guardian_phone", value(phone));
        values.put("residence_address", value(address));
        values.put("residence_place", value(place));
        return new Profile(
                values, List.of(new Conflict("id_number", value(number), List.of(value(other)))), List.of("health"));
    }

    private static Value value(Object value) {
        return new Value(value, new SourceKey("health", "H1"), Instant.EPOCH, "only");
    }

    @Test
    void whatIdentifiesAPersonIsMaskedInValuesAndConflicts() {
        assertThat(VEIL.masked(CLEAR, SEAL))
                .isEqualTo(profile(
                        "500101************",
                        "500101************",
                        "138********",
                        "***",
                        Map.of("district", "500112", "township", "500112104")));
    }

    @Test
    void theVeilIsLiftedByWhatItHides() {
        byte[] hidden = VEIL.hidden(CLEAR);

        assertThat(hidden).isNotNull();
        assertThat(new String(hidden, StandardCharsets.UTF_8))
                .contains("\"others\":{\"id_number\":[\"500101201503070015\"]}")
                .doesNotContain("李思源");
        assertThat(VEIL.lifted(VEIL.masked(CLEAR, SEAL), hidden, OPEN)).isEqualTo(CLEAR);
    }

    @Test
    void aMaskStaysAsItIsUnderAnotherMask() {
        assertThat(VEIL.masked(VEIL.masked(CLEAR, SEAL), SEAL)).isEqualTo(VEIL.masked(CLEAR, SEAL));
    }

    @Test
    void aProfileWithoutIdentifiersHidesNothing() {
        Profile plain = new Profile(new TreeMap<>(Map.of("name", value("李思源"))), List.of(), List.of("health"));

        assertThat(VEIL.hidden(plain)).isNull();
        assertThat(VEIL.lifted(VEIL.masked(plain, SEAL), null, OPEN)).isEqualTo(plain);
    }

    @Test
    void whatIsSensitiveStandsSealedInItsPlace() {
        Profile clear = new Profile(
                new TreeMap<>(Map.of(
                        "father_state",
                        value("死亡"),
                        "diagnoses",
                        value(List.of("C91.0", "Q21.1")),
                        "kinds",
                        value(List.of("32")))),
                List.of(new Conflict("father_state", value("死亡"), List.of(value("失联")))),
                List.of("health"));

        Profile masked = VEIL.masked(clear, SEAL);

        assertThat(masked.values().get("father_state")).isEqualTo(value("~father_state:死亡"));
        assertThat(masked.values().get("diagnoses")).isEqualTo(value(List.of("~diagnoses:C91.0", "~diagnoses:Q21.1")));
        assertThat(masked.values().get("kinds")).isEqualTo(value(List.of("32")));
        assertThat(masked.conflicts().getFirst().others()).containsExactly(value("~father_state:失联"));
        assertThat(VEIL.hidden(clear)).isNull();
        assertThat(VEIL.lifted(masked, null, OPEN)).isEqualTo(clear);
    }
}
