package org.childfile.linkage.table;

import java.util.Arrays;

/** The order in which a table holds its rows, whatever the order of their arrival: by source, then by id. */
enum RowOrder {
    /** Ids as texts. */
    TEXT,
    /** The shorter id first, then as texts: numbers stand as they count, and rows that were written together are neighbours. */
    SHORT_FIRST;

    private static final int CHARACTER_BITS = 7;
    private static final int CHARACTERS = Long.SIZE / CHARACTER_BITS;

    /** The arrivals in order. */
    int[] sorted(Ints sources, Texts ids) {
        int[] order = new int[ids.size()];
        Arrays.setAll(order, i -> i);
        for (int i = 1; i < order.length; i++) {
            if (compare(i - 1, i, sources, ids) > 0) {
                return sorted(order, sources, ids);
            }
        }
        return order;
    }

    /** By the beginnings of the ids first, in linear time; what they leave open is compared. */
    private int[] sorted(int[] positions, Ints sources, Texts ids) {
        long[] keys = new long[positions.length];
        int from = alike(ids);
        Arrays.setAll(keys, i -> beginning(i, from, ids));
        int[] order = Radix.sorted(positions, keys);
        if (this == SHORT_FIRST) {
            Arrays.setAll(keys, ids::length);
            order = Radix.sorted(order, keys);
        }
        Arrays.setAll(keys, sources::get);
        order = Radix.sorted(order, keys);
        for (int start = 0, end; start < order.length; start = end) {
            end = start + 1;
            while (end < order.length && open(order[start], order[end], from, sources, ids)) {
                end++;
            }
            if (end - start > 1) {
                Integer[] run = new Integer[end - start];
                for (int i = start; i < end; i++) {
                    run[i - start] = order[i];
                }
                Arrays.parallelSort(run, (one, other) -> compare(one, other, sources, ids));
                for (int i = start; i < end; i++) {
                    order[i] = run[i - start];
                }
            }
        }
        return order;
    }

    private boolean open(int one, int other, int from, Ints sources, Texts ids) {
        return sources.get(one) == sources.get(other)
                && (this == TEXT || ids.length(one) == ids.length(other))
                && beginning(one, from, ids) == beginning(other, from, ids);
    }

    /** How many characters all ids begin with in common. */
    private static int alike(Texts ids) {
        int alike = ids.length(0);
        for (int i = 1; i < ids.size() && alike > 0; i++) {
            alike = Math.min(alike, ids.length(i));
            int at = 0;
            while (at < alike && ids.charAt(0, at) == ids.charAt(i, at)) {
                at++;
            }
            alike = at;
        }
        return alike;
    }

    /** A number that orders as the first characters from a place on do; all that is beyond ASCII is alike in it, and last. */
    private static long beginning(int id, int from, Texts ids) {
        long key = 0;
        boolean beyond = false;
        for (int i = 0; i < CHARACTERS; i++) {
            int at = from + i;
            int c = beyond || at >= ids.length(id) ? 0 : Math.min(ids.charAt(id, at), (1 << CHARACTER_BITS) - 1);
            beyond |= c == (1 << CHARACTER_BITS) - 1;
            key = key << CHARACTER_BITS | c;
        }
        return key;
    }

    int compare(int one, int other, Ints sources, Texts ids) {
        int bySource = Integer.compare(sources.get(one), sources.get(other));
        return bySource != 0 ? bySource : compare(one, other, ids);
    }

    /** The order of two ids of one source. */
    private int compare(int one, int other, Texts ids) {
        int byLength = this == TEXT ? 0 : Integer.compare(ids.length(one), ids.length(other));
        return byLength != 0 ? byLength : ids.compare(one, other);
    }

    /** The order of two ids of one source. */
    int compare(String one, String other) {
        int byLength = this == TEXT ? 0 : Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : one.compareTo(other);
    }
}
