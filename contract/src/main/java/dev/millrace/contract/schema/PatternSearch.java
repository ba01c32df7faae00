package dev.millrace.contract.schema;

import java.util.List;

import dev.millrace.contract.schema.Expression.Place;

/** Follows all ways through a pattern's steps at once, one code point after the other. */
final class PatternSearch {
    private final List<PatternProgram.Step> steps;
    private final String text;
    private final Budget budget;
    private final int[] reachedAt;
    private final int[] pending;
    private int[] present;
    private int[] next;
    private int presentCount;
    private int nextCount;

    PatternSearch(List<PatternProgram.Step> steps, String text, Budget budget) {
        this.steps = steps;
        this.text = text;
        this.budget = budget;
        reachedAt = new int[steps.size()];
        pending = new int[steps.size() * 2 + 1];
        present = new int[steps.size()];
        next = new int[steps.size()];
    }

    boolean matches() {
        for (int position = 0; ; ) {
            if (follow(0, position)) {
                return true;
            }
            swap();
            if (position == text.length()) {
                return false;
            }
            int c = text.codePointAt(position);
            position += Character.charCount(c);
            for (int i = 0; i < presentCount; i++) {
                PatternProgram.Step step = steps.get(present[i]);
                if (step.set().has(c) && follow(step.first(), position)) {
                    return true;
                }
            }
        }
    }

    private void swap() {
        int[] emptied = present;
        present = next;
        presentCount = nextCount;
        next = emptied;
        nextCount = 0;
    }

    /** Adds every step that takes a character and is reachable from here. */
    private boolean follow(int start, int position) {
        int count = 0;
        pending[count++] = start;
        while (count > 0) {
            int at = pending[--count];
            budget.spend(1);
            if (at == steps.size()) {
                return true;
            }
            if (at < 0 || reachedAt[at] == position + 1) {
                continue;
            }
            reachedAt[at] = position + 1;
            PatternProgram.Step step = steps.get(at);
            if (step.set() != null) {
                next[nextCount++] = at;
            } else if (step.place() == null) {
                pending[count++] = step.first();
                pending[count++] = step.second();
            } else if (isAt(step.place(), position)) {
                pending[count++] = step.first();
            }
        }
        return false;
    }

    private boolean isAt(Place place, int position) {
        return switch (place) {
            case BEGIN -> position == 0;
            case END -> position == text.length();
            case WORD_BOUNDARY -> isWord(position - 1) != isWord(position);
            case NO_WORD_BOUNDARY -> isWord(position - 1) == isWord(position);
        };
    }

    private boolean isWord(int index) {
        return index >= 0 && index < text.length() && CharacterSet.WORD.has(text.charAt(index));
    }
}
