package dev.millrace.contract.dialect;

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

    CharacterSet rest() {
        boolean inverted = text.take('^');
        while (!text.take(']')) {
            part();
        }
        CharacterSet union = CharacterSet.union(sets);
        return inverted ? union.inverted() : union;
    }

    private void part() {
        Atom first = atom();
        if (!text.take('-')) {
            sets.add(first.set());
        } else if (text.isAt(']')) {
            sets.add(first.set());
            sets.add(CharacterSet.range('-', '-'));
        } else {
            Atom last = atom();
            if (first.only() < 0 || last.only() < first.only()) {
                throw text.fault("a range goes from one character to a later one");
            }
            sets.add(CharacterSet.range(first.only(), last.only()));
        }
    }

    private Atom atom() {
        if (!text.take('\\')) {
            return one(text.next());
        }
        if (text.take('b')) {
            return one('\b');
        }
        if (text.take('-')) {
            return one('-');
        }
        CharacterSet set = EscapeParser.setOrNull(text);
        return set != null ? new Atom(set, -1) : one(EscapeParser.character(text));
    }

    private static Atom one(int c) {
        return new Atom(CharacterSet.range(c, c), c);
    }
}
