package org.childfile.linkage;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which a record is compared with others: only records that share one are. Each rule is a conjunction that
 * holds for records of one person even when the other fields went wrong, and that few others share.
 */
final class Blocks {

    private static final int MOST = 64;

    private final long[] keys = new long[MOST];
    private int count;

    /** The distinct keys of a record, sorted. */
    long[] of(LinkRecord record) {
        count = 0;
        when(record.id(), id -> add('I', id, ""));
        when(record.doubtfulId(), id -> add('J', id, ""));
        when(record.birthCertificate(), certificate -> add('C', certificate, ""));
        if (record.birth() != null) {
            String birth = record.birth().toString();
            when(record.name(), name -> add('N', name, birth));
            when(record.formerName(), name -> add('N', name, birth));
            when(record.fuzzyPinyin(), sound -> add('P', sound, birth));
            record.townships().forEach(township -> add('T', township, birth));
            record.adults().forEach(adult -> addAdult('A', adult, birth));
            record.phones().forEach(phone -> add('B', phone, birth));
        }
        when(record.name(), name -> {
            record.townships().forEach(township -> add('U', township, name));
            record.adults().forEach(adult -> addAdult('V', adult, name));
            record.phones().forEach(phone -> add('W', phone, name));
        });
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        return Arrays.stream(sorted).distinct().toArray();
    }

    private void addAdult(char rule, String adult, String other) {
        if (adult.indexOf(':') < 0) {
            add(rule, adult, other);
        }
    }

    private void add(char rule, String first, String second) {
        if (count < MOST) {
            keys[count++] = mixed(mixed(mixed(0x9E3779B97F4A7C15L, String.valueOf(rule)), first), second);
        }
    }

    /** A 64-bit FNV-1a with a final mix; a clash only costs a comparison. */
    private static long mixed(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 29);
    }

    private static void when(@Nullable String value, Consumer<String> then) {
        if (value != null) {
            then.accept(value);
        }
    }
}
