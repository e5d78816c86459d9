package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.junit.jupiter.api.Test;

class ClusteringTest {

    private static final String YAML = """
            version: 1
            fields:
              name: {from: name}
              id: {from: id}
              town: {from: town}
            blocks:
              - [name]
            comparisons:
              name:
                levels:
                  - {is: exact, m: 0.5, u: 0.000001}
                  - {is: else, m: 0.0001, u: 0.9}
              town:
                levels:
                  - {is: exact, m: 0.5, u: 0.01}
                  - {is: else, m: 0.1, u: 0.9}
            vetoes:
              - {differ: id}
            decision: {join: 0.99, review: 0.5}
            prior: 0.0001
            """;

    private static final LinkModel MODEL = People.model(YAML);

    private static Matcher matcher(String... lines) {
        return Matcher.of(MODEL, People.table(MODEL, lines), 1);
    }

    private static Edges edges(Object... rowsAndWeights) {
        Edges edges = new Edges();
        for (int i = 0; i < rowsAndWeights.length; i += 3) {
            edges.add((int) rowsAndWeights[i], (int) rowsAndWeights[i + 1], (double) rowsAndWeights[i + 2]);
        }
        return edges;
    }

    private static List<String> review(Matcher matcher, RowClusters clusters) {
        return clusters.review().stream()
                .map(each ->
                        matcher.table().id(each.a()) + "+" + matcher.table().id(each.b()) + " " + each.reason())
                .toList();
    }

    @Test
    void edgesJoinFromTheUpperThresholdAndAreReviewedFromTheLower() {
        Matcher matcher = matcher("a,x,,", "b,x,,", "c,y,,", "d,y,,");
        RowClusters clusters = Clustering.decide(matcher, edges(0, 1, 7.0, 2, 3, 6.0), RowVerdicts.NONE);

        assertThat(People.clusters(matcher, clusters)).containsExactly("a+b");
        assertThat(review(matcher, clusters)).containsExactly("c+d between thresholds");
    }

    @Test
    void twoClustersWithDifferentNumbersNeverJoinThroughAThirdRow() {
        Matcher matcher = matcher("a,x,1,", "b,x,1,", "c,x,,", "d,x,2,", "e,x,2,");
        RowClusters clusters =
                Clustering.decide(matcher, edges(0, 1, 20.0, 3, 4, 20.0, 1, 2, 15.0, 2, 3, 10.0), RowVerdicts.NONE);

        assertThat(People.clusters(matcher, clusters)).containsExactly("a+b+c", "d+e");
        assertThat(clusters.review()).isEmpty();
    }

    @Test
    void aRowThatFitsTwoTwinsEquallyWellIsLeftToAPerson() {
        Matcher matcher = matcher("a,x,1,", "b,x,,", "c,x,2,");
        RowClusters clusters = Clustering.decide(matcher, edges(0, 1, 12.0, 1, 2, 11.0), RowVerdicts.NONE);

        assertThat(People.clusters(matcher, clusters)).isEmpty();
        assertThat(review(matcher, clusters)).containsExactly("a+b contested record", "b+c contested record");
    }

    @Test
    void aWeakBridgeBetweenTwoStrongGroupsDoesNotJoinThem() {
        Matcher matcher = matcher("a,x,,p", "b,x,,p", "c,x,,p", "d,y,,q", "e,y,,q", "f,y,,q");
        RowClusters clusters = Clustering.decide(
                matcher, edges(0, 1, 20.0, 1, 2, 20.0, 3, 4, 20.0, 4, 5, 20.0, 2, 3, 9.0), RowVerdicts.NONE);

        assertThat(People.clusters(matcher, clusters)).containsExactly("a+b+c", "d+e+f");
        assertThat(review(matcher, clusters)).containsExactly("c+d weak bridge");
    }

    @Test
    void whatAPersonDecidedOutranksWeightsAndVetoes() {
        Matcher matcher = matcher("a,x,1,", "b,x,2,", "c,x,,", "d,x,,");
        RowVerdicts verdicts = new RowVerdicts(new int[] {0, 0, -1, -1}, List.of(new RowVerdicts.Pair(2, 3)));
        RowClusters clusters = Clustering.decide(matcher, edges(2, 3, 30.0), verdicts);

        assertThat(People.clusters(matcher, clusters)).containsExactly("a+b");
        assertThat(clusters.review()).isEmpty();
    }

    @Test
    void eachPartOfWhatAPersonJoinedGoesOnGrowingByItself() {
        Matcher matcher = matcher("a,x,1,", "b,x,1,", "c,y,2,", "d,y,2,", "e,y,3,");
        RowVerdicts verdicts = new RowVerdicts(new int[] {-1, 1, 1, -1, -1}, List.of(new RowVerdicts.Pair(0, 4)));
        RowClusters clusters =
                Clustering.decide(matcher, edges(0, 1, 20.0, 2, 3, 20.0, 0, 4, 20.0, 3, 4, 6.0), verdicts);

        assertThat(People.clusters(matcher, clusters)).containsExactly("a+b+c+d");
        assertThat(clusters.review()).isEmpty();
    }

    @Test
    void anEdgeWithABarIsLeftToAPerson() {
        Matcher matcher = matcher("a,x,,", "b,x,,");
        Edges edges = new Edges();
        edges.add(0, 1, 20.0, "another sex");
        RowClusters clusters = Clustering.decide(matcher, edges, RowVerdicts.NONE);

        assertThat(People.clusters(matcher, clusters)).isEmpty();
        assertThat(review(matcher, clusters)).containsExactly("a+b another sex");
    }

    @Test
    void ofMoreRowsThanOnePersonHasThoseWithOneNumberStayTogether() {
        LinkModel model = People.model(YAML.replace("review: 0.5", "review: 0.5, group: 3"));
        PeopleTable table = People.table(model, "a,x,1,", "b,x,1,", "c,x,,", "d,x,,");
        Matcher matcher = Matcher.of(model, table, 1);
        RowClusters clusters = Clustering.decide(
                matcher, edges(0, 1, 20.0, 1, 2, 20.0, 2, 3, 20.0, 0, 2, 20.0, 0, 3, 6.0), RowVerdicts.NONE);

        assertThat(People.clusters(matcher, clusters)).containsExactly("a+b");
        assertThat(review(matcher, clusters))
                .containsExactly(
                        "a+c group too large", "b+c group too large", "c+d group too large", "a+d between thresholds");
    }

    @Test
    void aSourceThatHoldsAPersonOnceGivesOneRowToACluster() {
        LinkModel model = People.model(YAML.replace("version: 1", "version: 1\nlink: one-to-one"));
        PeopleTable table = People.table(model, List.of(List.of("a,x,,", "b,x,,"), List.of("c,x,,")));
        Matcher matcher = Matcher.of(model, table, 1);
        RowClusters clusters = Clustering.decide(matcher, edges(0, 2, 9.0, 1, 2, 8.0), RowVerdicts.NONE);

        assertThat(People.clusters(matcher, clusters)).containsExactly("a+c");
        assertThat(clusters.review()).isEmpty();
    }

    @Test
    void theOrderOfRowsAndEdgesLeavesNoTrace() {
        List<String> lines = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String id = random.nextInt(4) == 0 ? "" + random.nextInt(60) : "";
            lines.add("r" + i + ",n" + random.nextInt(60) + "," + id + ",t" + random.nextInt(3));
        }
        RowClusters first = shuffled(lines, random);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(lines, random);
            RowClusters clusters = shuffled(lines, random);

            assertThat(clusters.review()).isEqualTo(first.review());
            assertThat(Arrays.equals(clusters.of(), first.of())).isTrue();
        }
        assertThat(first.count()).isLessThan(200);
        assertThat(first.review()).isNotEmpty();
    }

    /** The clusters of the rows, their edges in any order. */
    private static RowClusters shuffled(List<String> lines, Random random) {
        Matcher matcher = matcher(lines.toArray(String[]::new));
        Edges found = matcher.pairs();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, found.size()).boxed().toList());
        Collections.shuffle(order, random);
        Edges edges = new Edges();
        order.forEach(i -> edges.add(found.upper(i), found.lower(i), found.weight(i), found.bar(i)));
        return Clustering.decide(matcher, edges, RowVerdicts.NONE);
    }
}
