package org.childfile.care.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who reads the published cells, knows every sum and what each lacks, and works out the others, by means other than the program's
 * own: by elimination, and by linear programs (a dense simplex with Bland's rule) that ask how little and how much a cell can be.
 */
final class Attacker {

    private static final double ZERO = 1e-7;

    private final List<double[]> rows = new ArrayList<>();
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final List<Integer> unknown = new ArrayList<>();

    Attacker(Cells cells, BitSet published) {
        for (int cell = 0; cell < cells.size(); cell++) {
            if (!published.get(cell)) {
                columns.put(cell, unknown.size());
                unknown.add(cell);
            }
        }
        List<Cells.AtMost> bounds = cells.bounds();
        int width = unknown.size() + bounds.size() + 1;
        for (Cells.Sum sum : cells.sums()) {
            double[] row = new double[width];
            double[] total = {sum.total()};
            add(cells, row, total, sum.plus(), 1);
            add(cells, row, total, sum.minus(), -1);
            row[width - 1] = total[0];
            rows.add(row);
        }
        for (int i = 0; i < bounds.size(); i++) {
            double[] row = new double[width];
            double[] total = {0};
            add(cells, row, total, new int[] {bounds.get(i).larger()}, 1);
            add(cells, row, total, new int[] {bounds.get(i).smaller()}, -1);
            // What the larger has more.
            row[unknown.size() + i] = -1;
            row[width - 1] = total[0];
            rows.add(row);
        }
    }

    private void add(Cells cells, double[] row, double[] total, int[] of, int sign) {
        for (int cell : of) {
            Integer column = columns.get(cell);
            if (column == null) {
                total[0] -= sign * cells.count(cell);
            } else {
                row[column] += sign;
            }
        }
    }

    List<Integer> unknown() {
        return unknown;
    }

    /** The cells that the sums alone leave one solution for. */
    List<Integer> solved() {
        List<double[]> left = reduced();
        List<Integer> solved = new ArrayList<>();
        for (double[] row : left) {
            int nonzero = 0;
            int at = -1;
            for (int c = 0; c < row.length - 1; c++) {
                if (Math.abs(row[c]) > ZERO) {
                    nonzero++;
                    at = c;
                }
            }
            if (nonzero == 1 && at < unknown.size()) {
                solved.add(unknown.get(at));
            }
        }
        return solved;
    }

    /** Reduced row echelon form, without rows of nothing. */
    private List<double[]> reduced() {
        List<double[]> left = new ArrayList<>();
        rows.forEach(row -> left.add(row.clone()));
        int rank = 0;
        for (int c = 0; c < width() - 1 && rank < left.size(); c++) {
            int best = rank;
            for (int r = rank; r < left.size(); r++) {
                best = Math.abs(left.get(r)[c]) > Math.abs(left.get(best)[c]) ? r : best;
            }
            if (Math.abs(left.get(best)[c]) > ZERO) {
                java.util.Collections.swap(left, rank, best);
                pivot(left, rank, c);
                rank++;
            }
        }
        return new ArrayList<>(left.subList(0, rank));
    }

    private int width() {
        return rows.getFirst().length;
    }

    private static void pivot(List<double[]> table, int r, int c) {
        double[] row = table.get(r);
        double by = row[c];
        for (int j = 0; j < row.length; j++) {
            row[j] /= by;
        }
        for (int i = 0; i < table.size(); i++) {
            double[] other = table.get(i);
            double times = other[c];
            if (i != r && Math.abs(times) > 1e-12) {
                for (int j = 0; j < row.length; j++) {
                    other[j] -= times * row[j];
                }
            }
        }
    }

    /** The cells that can be one number only, none being less than nothing. */
    List<Integer> pinned() {
        List<double[]> start = reduced();
        int wide = width() - 1;
        // Phase one: an artificial variable a row.
        List<double[]> table = new ArrayList<>();
        int[] basis = new int[start.size()];
        for (int i = 0; i < start.size(); i++) {
            double[] row = new double[wide + start.size() + 1];
            double sign = start.get(i)[wide] < 0 ? -1 : 1;
            for (int j = 0; j < wide; j++) {
                row[j] = sign * start.get(i)[j];
            }
            row[wide + i] = 1;
            row[row.length - 1] = sign * start.get(i)[wide];
            basis[i] = wide + i;
            table.add(row);
        }
        double[] cost = new double[wide + start.size()];
        Arrays.fill(cost, wide, cost.length, 1);
        minimise(table, basis, cost, cost.length);
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; basis[i] >= wide && j < wide; j++) {
                if (Math.abs(table.get(i)[j]) > ZERO) {
                    pivot(table, i, j);
                    basis[i] = j;
                }
            }
        }
        List<Integer> pinned = new ArrayList<>();
        for (int c = 0; c < unknown.size(); c++) {
            double[] aim = new double[wide + start.size()];
            aim[c] = 1;
            double least = minimise(table, basis, aim, wide);
            aim[c] = -1;
            double most = -minimise(table, basis, aim, wide);
            if (most - least < 0.5) {
                pinned.add(unknown.get(c));
            }
        }
        return pinned;
    }

    /** The least that a sum of columns can be, from a basis that stands; minus infinity where nothing bounds it. */
    private static double minimise(List<double[]> table, int[] basis, double[] cost, int enter) {
        while (true) {
            int column = -1;
            for (int j = 0; j < enter && column < 0; j++) {
                double reduced = cost[j];
                for (int i = 0; i < basis.length; i++) {
                    reduced -= cost[basis[i]] * table.get(i)[j];
                }
                column = reduced < -ZERO ? j : -1;
            }
            if (column < 0) {
                double value = 0;
                for (int i = 0; i < basis.length; i++) {
                    value += cost[basis[i]] * table.get(i)[table.get(i).length - 1];
                }
                return value;
            }
            int leaving = -1;
            double best = Double.MAX_VALUE;
            for (int i = 0; i < basis.length; i++) {
                double[] row = table.get(i);
                if (row[column] > ZERO) {
                    double ratio = row[row.length - 1] / row[column];
                    if (ratio < best - ZERO || ratio < best + ZERO && leaving >= 0 && basis[i] < basis[leaving]) {
                        best = ratio;
                        leaving = i;
                    }
                }
            }
            if (leaving < 0) {
                return Double.NEGATIVE_INFINITY;
            }
            pivot(table, leaving, column);
            basis[leaving] = column;
        }
    }
}
