package org.childfile.care.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every cell of the tallies of a city, numbered; who is a part of whom; and the sums that everybody knows. */
final class Cells {

    static final int MEASURES = Tally.MEASURES.size();
    static final int LEVELS = Tally.AGES.size();

    private final List<Tally> tallies;
    private final int[] whole;
    private final List<List<Integer>> parts;

    Cells(List<Tally> given) {
        tallies = given.stream()
                .sorted(Comparator.comparingInt((Tally each) -> each.division().length())
                        .thenComparing(Tally::division))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < tallies.size(); i++) {
            places.put(tallies.get(i).division(), i);
        }
        whole = new int[tallies.size()];
        parts = new ArrayList<>();
        for (int i = 0; i < tallies.size(); i++) {
            parts.add(new ArrayList<>());
            whole[i] = tallies.get(i)
                    .whole()
                    .map(code -> places.getOrDefault(code, -1))
                    .orElse(-1);
            if (whole[i] >= 0) {
                parts.get(whole[i]).add(i);
            }
        }
    }

    /** How many divisions; wholes come before their parts. */
    int divisions() {
        return tallies.size();
    }

    Tally tally(int division) {
        return tallies.get(division);
    }

    List<Integer> parts(int division) {
        return parts.get(division);
    }

    /** The division of which this is a part; -1 for none. */
    int whole(int division) {
        return whole[division];
    }

    int size() {
        return tallies.size() * LEVELS * MEASURES;
    }

    static int cell(int division, int level, int measure) {
        return (division * LEVELS + level) * MEASURES + measure;
    }

    long count(int cell) {
        return tallies.get(cell / MEASURES / LEVELS).count(cell / MEASURES % LEVELS, cell % MEASURES);
    }

    /** Cells whose sum, some with a minus, is known: what a sum lacks is taken to be known to whoever reckons. */
    record Sum(int[] plus, int[] minus, long total) {}

    /** A cell that holds no more than another. */
    record AtMost(int smaller, int larger) {}

    List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        for (int d = 0; d < divisions(); d++) {
            for (int measure = 0; measure < MEASURES; measure++) {
                int m = measure;
                sums.add(sum(new int[] {cell(d, 0, m)}, new int[] {cell(d, 1, m), cell(d, 2, m), cell(d, 3, m)}));
                for (int level = 0; level < LEVELS && !parts.get(d).isEmpty(); level++) {
                    int l = level;
                    sums.add(sum(
                            new int[] {cell(d, l, m)},
                            parts.get(d).stream()
                                    .mapToInt(part -> cell(part, l, m))
                                    .toArray()));
                }
            }
            for (int level = 0; level < LEVELS; level++) {
                sums.add(sum(
                        new int[] {cell(d, level, Tally.COVERED), cell(d, level, Tally.UNCOVERED)},
                        new int[] {cell(d, level, Tally.ROSTER), cell(d, level, Tally.HIDDEN)}));
            }
        }
        return sums;
    }

    private Sum sum(int[] plus, int[] minus) {
        long total = 0;
        for (int cell : plus) {
            total += count(cell);
        }
        for (int cell : minus) {
            total -= count(cell);
        }
        return new Sum(plus, minus, total);
    }

    List<AtMost> bounds() {
        List<AtMost> bounds = new ArrayList<>();
        for (int d = 0; d < divisions(); d++) {
            for (int level = 0; level < LEVELS; level++) {
                bounds.add(new AtMost(cell(d, level, Tally.SILENT), cell(d, level, Tally.COVERED)));
                bounds.add(new AtMost(cell(d, level, Tally.OVERDUE), cell(d, level, Tally.COVERED)));
            }
        }
        return bounds;
    }
}
