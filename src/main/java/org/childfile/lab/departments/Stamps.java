package org.childfile.lab.departments;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Stamps as nanoseconds since 1970, whatever they were written in. */
final class Stamps {

    /** Of a record whose stamp cannot be read: it is later than any watermark, so such a record is always sent. */
    static final long UNREADABLE = Long.MAX_VALUE;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private Stamps() {}

    static long ofDigits(String text) {
        try {
            return nanos(LocalDateTime.parse(text, DIGITS).atZone(SHANGHAI).toInstant());
        } catch (DateTimeException e) {
            return UNREADABLE;
        }
    }

    static long ofRfc3339(String text) {
        try {
            return nanos(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return UNREADABLE;
        }
    }

    /**
     * A local date and time of a query.
     *
     * @throws Refused if it is none
     */
    static long sinceLocal(String text) {
        try {
            return nanos(LocalDateTime.parse(text).atZone(SHANGHAI).toInstant());
        } catch (DateTimeException e) {
            throw new Refused(400, "since must look like 2026-11-22T00:00:00");
        }
    }

    /**
     * An RFC 3339 stamp of a query.
     *
     * @throws Refused if it is none
     */
    static long sinceRfc3339(String text) {
        long nanos = ofRfc3339(text);
        if (nanos == UNREADABLE) {
            throw new Refused(400, "since must look like 2026-11-22T00:00:00+08:00");
        }
        return nanos;
    }

    /** Nanoseconds reach from 1677 to 2262; a stamp beyond them is a mistake like one that cannot be read. */
    private static long nanos(Instant instant) {
        try {
            return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
        } catch (ArithmeticException e) {
            return UNREADABLE;
        }
    }
}
