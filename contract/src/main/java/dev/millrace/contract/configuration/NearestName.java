package dev.millrace.contract.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the most probable intended name, by edit distance with swaps of neighbours (optimal string alignment). */
final class NearestName {
    private NearestName() {}

    /**
     * Finds the nearest of several names.
     *
     * @return empty if more than half of the name would have to change, apart from the beginning that all names share
     */
    static Optional<String> to(String name, Collection<String> known) {
        int maxDistance = (name.length() - ConfigurationKeys.PREFIX.length()) / 2;
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest -> distance(name, nearest) <= maxDistance);
    }

    /** @return how many characters must be inserted, deleted, replaced or swapped with their neighbour */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(from, to, cost, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(String from, String to, int[][] cost, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
