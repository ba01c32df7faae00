package dev.millrace.contract.schema;

import java.util.ArrayList;
import java.util.List;

/** Reads a class such as {@code [^a-z\d]} after its opening bracket. */
final class CharacterClassParser {
    private final PatternScanner text;
    private final List<CharacterSet> sets = new ArrayList<>();

    /** @param only the character that it is, negative if it is an escape for many */
    private record Atom(CharacterSet set, int only) {}

    CharacterClassParser(PatternScanner text) {
        this.text = text;
    }

    CharacterSet parse() {
        boolean inverted = text.take('^');
        while (!text.take(']')) {
            parseRange();
        }
        CharacterSet union = CharacterSet.union(sets);
        return inverted ? union.inverted() : union;
    }

    private void parseRange() {
        Atom first = atom();
        if (!text.take('-')) {
            sets.add(first.set());
        } else if (text.isAt(']')) {
            sets.add(first.set());
            sets.add(CharacterSet.range('-', '-'));
        } else {
            Atom last = atom();
            if (first.only() < 0 || last.only() < first.only()) {
                throw text.error("a range goes from one character to a later one");
            }
            sets.add(CharacterSet.range(first.only(), last.only()));
        }
    }

    private Atom atom() {
        if (!text.take('\\')) {
            return single(text.next());
        }
        if (text.take('b')) {
            return single('\b');
        }
        if (text.take('-')) {
            return single('-');
        }
        CharacterSet set = EscapeParser.setOrNull(text);
        return set != null ? new Atom(set, -1) : single(EscapeParser.character(text));
    }

    private static Atom single(int c) {
        return new Atom(CharacterSet.range(c, c), c);
    }
}
