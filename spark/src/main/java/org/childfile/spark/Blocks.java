package org.childfile.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongPredicate;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.childfile.linkage.matching.BlockKey;
import org.childfile.linkage.model.Hashes;

/**
 * The rows beside each other that share a block: each row once for every block in which it stands, and for one that is split once
 * for every piece with which its own is compared.
 */
final class Blocks {

    private static final String KEY = "block_key";
    private static final String CELL = "cell";

    static final StructType SCHEMA = Columns.of(
            KEY, DataTypes.LongType,
            CELL, DataTypes.IntegerType,
            Columns.RANK, DataTypes.LongType,
            Columns.SOURCE, DataTypes.IntegerType,
            Columns.KEYS, DataTypes.BinaryType,
            Columns.VALUES, DataTypes.BinaryType);

    private Blocks() {}

    /** Which blocks are looked at. */
    interface Wanted extends LongPredicate, java.io.Serializable {}

    /** @param keyed as {@link KeyedRows} has them */
    static Dataset<Row> of(Broadcast<BlockPlan> plan, Dataset<Row> keyed, Wanted wanted) {
        FlatMapFunction<Row, Row> members = row -> members(row, plan.value(), wanted);
        return keyed.flatMap(members, Encoders.row(SCHEMA))
                .repartition(functions.col(KEY), functions.col(CELL))
                .sortWithinPartitions(KEY, CELL);
    }

    private static Iterator<Row> members(Row row, BlockPlan plan, Wanted wanted) {
        List<Row> members = new ArrayList<>();
        long[] keys = plan.kept(Bytes.keys(row.<byte[]>getAs(4)));
        byte[] written = Bytes.keys(keys);
        for (long key : keys) {
            if (wanted.test(key)) {
                int pieces = plan.pieces(key);
                int own = piece(row.getLong(0), pieces);
                for (int other = 0; other < pieces; other++) {
                    int cell = Math.min(own, other) * pieces + Math.max(own, other);
                    members.add(RowFactory.create(key, cell, row.getLong(0), row.getInt(1), written, row.get(3)));
                }
            }
        }
        return members.iterator();
    }

    /** In which piece of a block a row stands. */
    private static int piece(long rank, int pieces) {
        return (int) Long.remainderUnsigned(Hashes.mixed(rank), pieces);
    }

    /** A row in a block. */
    record Member(long rank, int source, long[] keys, byte[] values) {

        static Member of(Row row) {
            return new Member(row.getLong(2), row.getInt(3), Bytes.keys(row.<byte[]>getAs(4)), row.getAs(5));
        }
    }

    /** Takes pairs of a block in. */
    interface PairSink {
        /** Takes a pair; it is the first time if no earlier key of both rows brings it. */
        void pair(Member a, Member b, boolean first);
    }

    /** Brings the pairs of one block after the other. */
    static final class Reader {
        private final BlockPlan plan;
        private final boolean across;

        Reader(BlockPlan plan, boolean across) {
            this.plan = plan;
            this.across = across;
        }

        /** Reads the next block and brings its pairs. */
        void next(Peeking<Row> from, PairSink sink) {
            Row begin = from.next();
            long key = begin.getLong(0);
            int cell = begin.getInt(1);
            List<Member> members = new ArrayList<>();
            members.add(Member.of(begin));
            for (Row row = from.peek();
                    row != null && row.getLong(0) == key && row.getInt(1) == cell;
                    row = from.peek()) {
                members.add(Member.of(from.next()));
            }
            int pieces = plan.pieces(key);
            int[] piece = members.stream().mapToInt(each -> piece(each.rank(), pieces)).toArray();
            boolean two = cell / pieces != cell % pieces;
            for (int i = 0; i < piece.length; i++) {
                Member a = members.get(i);
                for (int j = i + 1; j < piece.length; j++) {
                    Member b = members.get(j);
                    if ((!two || piece[i] != piece[j]) && !(across && a.source() == b.source())) {
                        long first = BlockKey.firstShared(a.keys(), 0, a.keys().length, b.keys(), 0, b.keys().length);
                        sink.pair(a, b, first == key);
                    }
                }
            }
        }
    }

    /** Pairs of rows of a part by the numbers of their arrival. */
    static final class Pairs {
        private int[] a = new int[1 << 10];
        private int[] b = new int[1 << 10];
        private long[] keys = new long[1 << 10];
        private int size;

        /** @param tag what is to be known of the pair later */
        void add(int first, int second, long tag) {
            if (size == a.length) {
                a = Arrays.copyOf(a, size * 2);
                b = Arrays.copyOf(b, size * 2);
                keys = Arrays.copyOf(keys, size * 2);
            }
            a[size] = first;
            b[size] = second;
            keys[size++] = tag;
        }

        int size() {
            return size;
        }

        int a(int pair) {
            return a[pair];
        }

        int b(int pair) {
            return b[pair];
        }

        long tag(int pair) {
            return keys[pair];
        }
    }
}
