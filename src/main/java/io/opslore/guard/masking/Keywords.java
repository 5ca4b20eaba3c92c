package io.opslore.guard.masking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/**
 * Finds many words in one pass (Aho-Corasick), whatever their case. A table of its own, because it
 * looks at every character that the portal ever takes in: one array access each, nothing boxed.
 * Immutable.
 */
final class Keywords {

    /** Told of each word where it ends, in the order of the text. */
    interface Hit {
        void at(int word, int start, int end);
    }

    private static final int[] NONE = {};

    private final byte[] classes = new byte[1 << Character.SIZE];
    private final int width;
    private final List<String> words;
    private int[] next;
    private int[][] hits;
    private int nodes = 1;

    Keywords(List<String> words) {
        this.words = List.copyOf(words);
        width = 1 + classify();
        int most = 1 + words.stream().mapToInt(String::length).sum();
        next = new int[most * width];
        hits = new int[most][];
        Arrays.fill(hits, NONE);
        for (int word = 0; word < words.size(); word++) {
            plant(word);
        }
        link();
        next = Arrays.copyOf(next, nodes * width);
        hits = Arrays.copyOf(hits, nodes);
    }

    void scan(String text, Hit hit) {
        int node = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            node = next[node * width + classes[letter]];
            int[] found = hits[node];
            for (int word : found) {
                hit.at(word, at + 1 - words.get(word).length(), at + 1);
            }
        }
    }

    /** The same number for a letter in both cases. */
    private int classify() {
        int count = 0;
        for (String word : words) {
            for (char letter : word.toCharArray()) {
                if (classes[letter] == 0) {
                    count++;
                    classes[letter] = (byte) count;
                    classes[Character.toUpperCase(letter)] = (byte) count;
                    classes[Character.toLowerCase(letter)] = (byte) count;
                }
            }
        }
        return count;
    }

    private void plant(int word) {
        int node = 0;
        for (char letter : words.get(word).toLowerCase(Locale.ROOT).toCharArray()) {
            int edge = node * width + classes[letter];
            if (next[edge] == 0) {
                next[edge] = nodes++;
            }
            node = next[edge];
        }
        hits[node] = with(hits[node], word);
    }

    private void link() {
        int[] fallback = new int[nodes];
        Queue<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int node = open.remove();
            for (int letter = 0; letter < width; letter++) {
                int child = next[node * width + letter];
                int other = node == 0 ? 0 : next[fallback[node] * width + letter];
                if (child == 0) {
                    next[node * width + letter] = other;
                } else {
                    fallback[child] = other;
                    hits[child] = joined(hits[child], hits[other]);
                    open.add(child);
                }
            }
        }
    }

    private static int[] with(int[] words, int word) {
        return joined(words, new int[] {word});
    }

    private static int[] joined(int[] some, int[] others) {
        List<Integer> all = new ArrayList<>();
        Arrays.stream(some).forEach(all::add);
        Arrays.stream(others).forEach(all::add);
        return all.stream().mapToInt(Integer::intValue).distinct().toArray();
    }
}
