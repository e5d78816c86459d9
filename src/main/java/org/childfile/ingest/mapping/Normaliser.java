package org.childfile.ingest.mapping;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.childfile.ingest.format.Unusable;
import org.childfile.kernel.Address;
import org.childfile.kernel.CitizenIdReader;
import org.childfile.kernel.CitizenIdReading;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;
import org.childfile.kernel.EthnicGroups;
import org.childfile.kernel.Kinships;
import org.childfile.kernel.LooseDate;
import org.childfile.kernel.PersonName;
import org.childfile.kernel.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The ways in which a text becomes a value; a mapping file names one of them with {@code as}. */
enum Normaliser {
    TEXT(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            return new Reading.Sound(clean(text));
        }
    },
    NAME(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            PersonName name = PersonName.of(text);
            return switch (name.standing()) {
                case KNOWN -> new Reading.Sound(name.registered());
                case IN_PART -> new Reading.Doubtful(name.registered(), Doubts.LOST_CHARACTER);
                case UNKNOWN -> new Reading.Doubtful(null, Doubts.PLACEHOLDER);
            };
        }
    },
    CITIZEN_ID(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            return switch (CitizenIdReader.read(text)) {
                case CitizenIdReading.Valid valid ->
                    new Reading.Sound(valid.id().number());
                case CitizenIdReading.Invalid invalid ->
                    new Reading.Doubtful(invalid.asGiven(), invalid.fault().name());
            };
        }
    },
    BIRTH_CERTIFICATE(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            String clean = clean(text).replace(" ", "").toUpperCase(Locale.ROOT);
            boolean sound = clean.length() == 10
                    && Character.isLetter(clean.charAt(0))
                    && clean.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
            return sound ? new Reading.Sound(clean) : new Reading.Doubtful(clean, "FORM");
        }
    },
    DATE(AttributeType.DATE) {
        @Override
        Reading read(String text) {
            return LooseDate.parse(text)
                    .<Reading>map(date -> new Reading.Sound(date.toString()))
                    .or(() -> LooseDate.parseMonth(text)
                            .map(month -> new Reading.Doubtful(month.toString(), Doubts.MONTH_ALONE)))
                    .orElse(new Reading.Bad(Unusable.Reason.BAD_DATE));
        }
    },
    MONTH(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            Optional<YearMonth> month = LooseDate.parseMonth(text);
            return month.<Reading>map(value -> new Reading.Sound(value.toString()))
                    .orElse(new Reading.Bad(Unusable.Reason.BAD_DATE));
        }
    },
    TIME(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            return LooseDate.parseInstant(text)
                    .<Reading>map(time -> new Reading.Sound(time.toString()))
                    .orElse(new Reading.Bad(Unusable.Reason.BAD_DATE));
        }
    },
    ETHNIC_GROUP(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            return code(text, EthnicGroups::code);
        }
    },
    KINSHIP(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            return code(text, Kinships::code);
        }
    },
    DIVISION(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            String code = clean(text).replace(" ", "");
            if (!Division.CODE.matcher(code).matches()) {
                return new Reading.Doubtful(null, "FORM");
            }
            Divisions divisions = Divisions.chongqing();
            return code.startsWith(divisions.city().code())
                            && divisions.containing(code).isEmpty()
                    ? new Reading.Doubtful(code, "UNKNOWN_DIVISION")
                    : new Reading.Sound(code);
        }
    },
    PLACE(AttributeType.OBJECT) {
        @Override
        Reading read(String text) {
            Address address = Address.parse(text);
            Map<String, String> parts = new LinkedHashMap<>();
            put(parts, "district", address.districtCode());
            put(parts, "township", address.townshipCode());
            put(parts, "village", address.village());
            put(parts, "group", address.group());
            put(parts, "rest", address.rest());
            return new Reading.Sound(parts);
        }
    },
    PHONE(AttributeType.TEXT) {
        @Override
        Reading read(String text) {
            return PhoneNumbers.normalise(text)
                    .<Reading>map(Reading.Sound::new)
                    .orElse(new Reading.Doubtful(null, "FORM"));
        }
    },
    INTEGER(AttributeType.INTEGER) {
        @Override
        Reading read(String text) {
            try {
                return new Reading.Sound(Integer.parseInt(clean(text)));
            } catch (NumberFormatException e) {
                return new Reading.Bad(Unusable.Reason.BAD_NUMBER);
            }
        }
    },
    FLAG(AttributeType.FLAG) {
        @Override
        Reading read(String text) {
            return switch (clean(text).toLowerCase(Locale.ROOT)) {
                case "1", "是", "有", "true", "y", "yes" -> new Reading.Sound(true);
                case "0", "否", "无", "false", "n", "no" -> new Reading.Sound(false);
                default -> new Reading.Doubtful(null, "UNKNOWN_CODE");
            };
        }
    };

    private final AttributeType type;

    Normaliser(AttributeType type) {
        this.type = type;
    }

    /** The type of the values that it makes. */
    AttributeType type() {
        return type;
    }

    /** Reads a text that is not blank. */
    abstract Reading read(String text);

    /** A code of two digits; one digit alone is such a code whose zero a spreadsheet ate, and is told as restored. */
    private static Reading code(String text, Function<String, Optional<String>> codes) {
        Optional<String> code = codes.apply(text);
        if (code.isPresent()) {
            return new Reading.Sound(code.get());
        }
        String clean = clean(text);
        boolean eaten = clean.length() == 1 && clean.charAt(0) >= '1' && clean.charAt(0) <= '9';
        return eaten
                ? codes.apply("0" + clean)
                        .<Reading>map(restored -> new Reading.Doubtful(restored, "ZERO_RESTORED"))
                        .orElse(new Reading.Doubtful(null, "UNKNOWN_CODE"))
                : new Reading.Doubtful(null, "UNKNOWN_CODE");
    }

    private static void put(Map<String, String> parts, String name, String part) {
        if (!part.isEmpty()) {
            parts.put(name, part);
        }
    }

    /** Whether a text is a sound id number in its form of 15 digits. */
    static boolean fifteenDigits(@Nullable String text) {
        // Whatever stands around its digits, a number of 18 is longer.
        return text != null
                && text.codePoints().filter(Character::isDigit).count() < 18
                && CitizenIdReader.read(text) instanceof CitizenIdReading.Valid(var ignored, var upgraded)
                && upgraded;
    }

    /** NFKC and no blanks around. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3000 && (c < 0x4E00 || c > 0x9FFF) || c == 0xA0) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            }
        }
        return text.strip();
    }
}
