package org.childfile.linkage;

import java.util.Map;
import org.childfile.mapping.Population;

/**
 * What each agreement is worth, in bits: the binary logarithm of how much more often it is met between records of one
 * person than between records of two (Fellegi and Sunter 1969). Set by hand from the sizes of the domain: some 6,500
 * days of birth below 18 years, 1,031 townships, 38 districts.
 *
 * @param prior for two records that merely stand in one block
 * @param join from here on two records are one person
 * @param review from here on a person decides
 */
record Weights(
        double prior,
        double join,
        double review,
        Map<NameAgreement, Double> name,
        Map<BirthAgreement, Double> birth,
        double sameSex,
        double otherSex,
        double sameVillage,
        double sameTownship,
        double sameDistrict,
        double otherDistrict,
        double sameAdult,
        double otherParent,
        double sameAdultId,
        double samePhone,
        double sameId,
        double nearId,
        double sameCertificate,
        double otherCertificate,
        double sameFeed) {

    static final Weights CHILD = new Weights(
            -17,
            10,
            5,
            Map.of(
                    NameAgreement.EXACT, 11.0,
                    NameAgreement.SAME_PINYIN, 9.0,
                    NameAgreement.FORMER_NAME, 10.0,
                    NameAgreement.LOST_CHARACTER, 6.0,
                    NameAgreement.FUZZY_PINYIN, 5.0,
                    NameAgreement.OTHER_SURNAME, 3.0,
                    NameAgreement.ONE_CHARACTER, -3.0,
                    NameAgreement.UNKNOWN, 0.0,
                    NameAgreement.DIFFERENT, -14.0),
            Map.of(
                    BirthAgreement.EXACT, 12.5,
                    BirthAgreement.ONE_MISTAKE, 5.0,
                    BirthAgreement.UNKNOWN, 0.0,
                    BirthAgreement.DIFFERENT, -10.0),
            1,
            -6,
            9,
            7.5,
            3.5,
            -3,
            9,
            -6,
            11,
            7,
            22,
            14,
            18,
            -14,
            -2);

    static final Weights VOLUNTEER = new Weights(
            -14,
            10,
            5,
            Map.of(
                    NameAgreement.EXACT, 11.0,
                    NameAgreement.SAME_PINYIN, 8.0,
                    NameAgreement.FORMER_NAME, 9.0,
                    NameAgreement.LOST_CHARACTER, 6.0,
                    NameAgreement.FUZZY_PINYIN, 4.0,
                    NameAgreement.OTHER_SURNAME, -2.0,
                    NameAgreement.ONE_CHARACTER, -1.0,
                    NameAgreement.UNKNOWN, 0.0,
                    NameAgreement.DIFFERENT, -14.0),
            Map.of(
                    BirthAgreement.EXACT, 13.0,
                    BirthAgreement.ONE_MISTAKE, 5.0,
                    BirthAgreement.UNKNOWN, 0.0,
                    BirthAgreement.DIFFERENT, -10.0),
            0,
            -6,
            9,
            7.5,
            3.5,
            -3,
            0,
            0,
            0,
            10,
            22,
            14,
            0,
            0,
            0);

    static Weights of(Population population) {
        return population == Population.VOLUNTEER ? VOLUNTEER : CHILD;
    }
}
