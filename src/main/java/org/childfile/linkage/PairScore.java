package org.childfile.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for two records being one person, and what against.
 *
 * @param total bits, the prior included
 * @param veto why they can never be one, whatever the total; empty where nothing forbids it
 * @param contributions each comparison with its bits, in order
 */
record PairScore(double total, String veto, List<Contribution> contributions) {

    /** One comparison's part. */
    record Contribution(String comparison, String level, double bits) {}

    boolean vetoed() {
        return !veto.isEmpty();
    }

    /** Compares two records; the order of the two does not matter. */
    static PairScore of(LinkRecord a, LinkRecord b, Weights weights) {
        return new Scoring(weights).score(a, b);
    }

    private static final class Scoring {
        private final Weights weights;
        private final List<Contribution> contributions = new ArrayList<>(8);
        private double total;

        Scoring(Weights weights) {
            this.weights = weights;
        }

        PairScore score(LinkRecord a, LinkRecord b) {
            add("prior", "", weights.prior());
            if (a.id() != null && b.id() != null && !a.id().equals(b.id())) {
                return new PairScore(total, "two different valid id numbers", contributions);
            }
            NameAgreement name = NameAgreement.of(a, b);
            BirthAgreement birth = BirthAgreement.of(a.birth(), b.birth());
            boolean own = ownEvidence(a, b);
            add("name", name.name(), weights.name().getOrDefault(name, 0.0));
            add("birth", birth.name(), weights.birth().getOrDefault(birth, 0.0));
            sex(a, b);
            boolean otherName = name == NameAgreement.DIFFERENT || name == NameAgreement.ONE_CHARACTER;
            // Brothers, sisters and twins share home, parents and phone: such evidence never outweighs another name.
            if (own || !otherName) {
                place(a, b);
                family(a, b);
            }
            if (a.key().feed().equals(b.key().feed())) {
                add("feed", "SAME", weights.sameFeed());
            }
            boolean nothingElseFits =
                    otherName && (birth == BirthAgreement.ONE_MISTAKE || birth == BirthAgreement.DIFFERENT);
            return new PairScore(
                    total,
                    own && nothingElseFits ? "the same number, but another name and another date of birth" : "",
                    contributions);
        }

        private boolean ownEvidence(LinkRecord a, LinkRecord b) {
            boolean own = false;
            if (a.id() != null && a.id().equals(b.id())) {
                add("id number", "SAME", weights.sameId());
                own = true;
            } else if (near(a.id(), b.doubtfulId()) || near(b.id(), a.doubtfulId())) {
                add("id number", "NEAR", weights.nearId());
                own = true;
            } else if (a.doubtfulId() != null
                    && a.doubtfulId().length() >= 15
                    && a.doubtfulId().equals(b.doubtfulId())) {
                add("id number", "SAME, IN DOUBT", weights.nearId());
                own = true;
            }
            if (a.birthCertificate() != null && b.birthCertificate() != null) {
                boolean same = a.birthCertificate().equals(b.birthCertificate());
                add(
                        "birth certificate",
                        same ? "SAME" : "OTHER",
                        same ? weights.sameCertificate() : weights.otherCertificate());
                own |= same;
            }
            return own;
        }

        private void sex(LinkRecord a, LinkRecord b) {
            if (a.sex() != '0' && b.sex() != '0') {
                boolean same = a.sex() == b.sex();
                add("sex", same ? "SAME" : "OTHER", same ? weights.sameSex() : weights.otherSex());
            }
        }

        private void place(LinkRecord a, LinkRecord b) {
            if (meet(a.villages(), b.villages())) {
                add("place", "VILLAGE", weights.sameVillage());
            } else if (meet(a.townships(), b.townships())) {
                add("place", "TOWNSHIP", weights.sameTownship());
            } else if (meet(a.districts(), b.districts())) {
                add("place", "DISTRICT", weights.sameDistrict());
            } else if (!a.districts().isEmpty() && !b.districts().isEmpty()) {
                add("place", "OTHER", weights.otherDistrict());
            }
        }

        private void family(LinkRecord a, LinkRecord b) {
            if (meet(a.adultIds(), b.adultIds())) {
                add("adult", "SAME ID NUMBER", weights.sameAdultId());
            } else if (meet(a.adults(), b.adults())) {
                add("adult", "SAME NAME", weights.sameAdult());
            } else if (bothName("father:", a, b) || bothName("mother:", a, b)) {
                add("adult", "OTHER PARENT", weights.otherParent());
            }
            if (meet(a.phones(), b.phones())) {
                add("phone", "SAME", weights.samePhone());
            }
        }

        private void add(String comparison, String level, double bits) {
            if (bits != 0) {
                contributions.add(new Contribution(comparison, level, bits));
                total += bits;
            }
        }
    }

    private static boolean bothName(String role, LinkRecord a, LinkRecord b) {
        return a.adults().stream().anyMatch(adult -> adult.startsWith(role))
                && b.adults().stream().anyMatch(adult -> adult.startsWith(role));
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        for (String each : a) {
            if (b.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** One character differs, two neighbours are swapped, or one is missing or too many. */
    static boolean near(@Nullable String valid, @Nullable String doubtful) {
        if (valid == null || doubtful == null || Math.abs(valid.length() - doubtful.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(valid.length(), doubtful.length());
        while (start < shorter && valid.charAt(start) == doubtful.charAt(start)) {
            start++;
        }
        if (valid.length() == doubtful.length()) {
            boolean swapped = start + 1 < shorter
                    && valid.charAt(start) == doubtful.charAt(start + 1)
                    && valid.charAt(start + 1) == doubtful.charAt(start)
                    && valid.substring(start + 2).equals(doubtful.substring(start + 2));
            return swapped || (start < shorter && valid.substring(start + 1).equals(doubtful.substring(start + 1)));
        }
        String longer = valid.length() > doubtful.length() ? valid : doubtful;
        String other = valid.length() > doubtful.length() ? doubtful : valid;
        return longer.substring(start + 1).equals(other.substring(start));
    }
}
