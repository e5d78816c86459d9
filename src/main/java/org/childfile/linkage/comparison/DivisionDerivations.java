package org.childfile.linkage.comparison;

import org.childfile.kernel.Address;

/** Keys of the codes of divisions and of Chinese addresses; none where the level is missing. */
final class DivisionDerivations {

    static final int VILLAGE = 12;
    static final int TOWNSHIP = 9;
    static final int DISTRICT = 6;
    static final int PREFECTURE = 4;

    private DivisionDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("district", TextDerivations.key(code -> upTo(code, DISTRICT)))
                .plain("township", TextDerivations.key(code -> upTo(code, TOWNSHIP)))
                .plain("village", TextDerivations.key(code -> upTo(code, VILLAGE)))
                .plain(
                        "address-district",
                        TextDerivations.key(text -> Address.parse(text).districtCode()))
                .plain(
                        "address-township",
                        TextDerivations.key(text -> Address.parse(text).townshipCode()))
                .plain("address-village", TextDerivations.key(text -> village(Address.parse(text))));
    }

    /** The first digits of a code that has so many; else empty. */
    static String upTo(String code, int digits) {
        return code.length() >= digits ? code.substring(0, digits) : "";
    }

    /** The village with its district, as its name alone says little. */
    private static String village(Address address) {
        return address.village().isEmpty() ? "" : address.districtCode() + address.village();
    }
}
