package org.childfile.linkage.comparison;

import java.util.function.BiPredicate;
import java.util.function.Function;
import org.childfile.kernel.Address;

/** Relations of addresses as texts, taken apart by {@link Address}; a part that is missing agrees with nothing. */
final class AddressRelations {

    private static final Function<String, Address> READING = Address::parse;

    private AddressRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .plain("address-house", parts("address-house", AddressRelations::sameHouse))
                .plain("address-group", parts("address-group", AddressRelations::sameGroup))
                .plain("address-village", parts("address-village", AddressRelations::sameVillage))
                .plain("address-township", parts("address-township", AddressRelations::sameTownship))
                .plain("address-district", parts("address-district", AddressRelations::sameDistrict));
    }

    private static Relation<Address> parts(String written, BiPredicate<Address, Address> agreeing) {
        return new ComposedRelation<>(written, READING, agreeing);
    }

    /** The same number or room in the same village, or in the same township where neither names a village. */
    private static boolean sameHouse(Address one, Address other) {
        boolean noVillage = one.village().isEmpty() && other.village().isEmpty();
        return given(one.rest(), other.rest())
                && agreeing(one.group(), other.group())
                && (noVillage ? sameTownship(one, other) : sameVillage(one, other));
    }

    private static boolean sameGroup(Address one, Address other) {
        return given(one.group(), other.group()) && sameVillage(one, other);
    }

    /** The same name of a village in one district; a township may be missing, but may not be another one. */
    private static boolean sameVillage(Address one, Address other) {
        return given(one.village(), other.village())
                && agreeing(one.townshipCode(), other.townshipCode())
                && agreeing(one.districtCode(), other.districtCode());
    }

    private static boolean sameTownship(Address one, Address other) {
        return given(one.townshipCode(), other.townshipCode());
    }

    private static boolean sameDistrict(Address one, Address other) {
        return given(one.districtCode(), other.districtCode());
    }

    private static boolean given(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private static boolean agreeing(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
