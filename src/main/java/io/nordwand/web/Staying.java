package io.nordwand.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which elements can stay where they are when one list becomes another, so that as few as possible move. */
final class Staying {

    private Staying() {}

    /** The largest set of ids that are in both lists in the same order: a longest increasing subsequence. */
    static Set<String> of(List<String> from, List<String> to) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            places.put(from.get(i), i);
        }
        List<String> common = to.stream().filter(places::containsKey).toList();
        int[] ends = new int[common.size()];
        int[] previous = new int[common.size()];
        int length = 0;
        for (int i = 0; i < common.size(); i++) {
            int place = places.getOrDefault(common.get(i), -1);
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (places.getOrDefault(common.get(ends[middle]), -1) < place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        Set<String> staying = new HashSet<>();
        int at = length == 0 ? -1 : ends[length - 1];
        while (at >= 0) {
            staying.add(common.get(at));
            at = previous[at];
        }
        return staying;
    }
}
