package dev.millrace.contract.schema;

import java.util.ArrayList;
import java.util.List;

import dev.millrace.contract.schema.Expression.Choice;
import dev.millrace.contract.schema.Expression.One;
import dev.millrace.contract.schema.Expression.Place;
import dev.millrace.contract.schema.Expression.Repeat;
import dev.millrace.contract.schema.Expression.Sequence;

/** An expression as steps of a nondeterministic automaton (Thompson 1968); its last step is the match. */
final class PatternProgram {
    static final int MAX_STEPS = 5_000;

    private final List<Step> steps = new ArrayList<>();
    private int written;

    /**
     * One step. With a set it takes a code point and goes on to the next step. With a place it goes on if the text is
     * at that place. With neither it goes on to both targets.
     */
    record Step(CharacterSet set, Place place, int first, int second) {}

    /** @throws IllegalArgumentException if it would have too many steps */
    static List<Step> of(Expression expression) {
        PatternProgram program = new PatternProgram();
        program.write(expression);
        return List.copyOf(program.steps);
    }

    private void write(Expression expression) {
        if (++written > 2 * MAX_STEPS) {
            throw tooLarge(); // also for an endless repetition of the empty text
        }
        if (expression instanceof One one) {
            add(new Step(one.set(), null, here() + 1, -1));
        } else if (expression instanceof Place place) {
            add(new Step(null, place, here() + 1, -1));
        } else if (expression instanceof Sequence sequence) {
            sequence.parts().forEach(this::write);
        } else if (expression instanceof Choice choice) {
            write(choice.options());
        } else if (expression instanceof Repeat repeat) {
            write(repeat);
        }
    }

    private void write(List<Expression> options) {
        List<Integer> exits = new ArrayList<>();
        for (int i = 0; i < options.size() - 1; i++) {
            int fork = add(null);
            write(options.get(i));
            exits.add(add(null));
            steps.set(fork, jump(fork + 1, here()));
        }
        write(options.get(options.size() - 1));
        exits.forEach(exit -> steps.set(exit, jump(here(), -1)));
    }

    private void write(Repeat repeat) {
        for (int i = 0; i < repeat.min(); i++) {
            write(repeat.part());
        }
        if (repeat.max() < 0) {
            int fork = add(null);
            write(repeat.part());
            add(jump(fork, -1));
            steps.set(fork, jump(fork + 1, here()));
            return;
        }
        List<Integer> forks = new ArrayList<>();
        for (int i = repeat.min(); i < repeat.max(); i++) {
            forks.add(add(null));
            write(repeat.part());
        }
        forks.forEach(fork -> steps.set(fork, jump(fork + 1, here())));
    }

    private static Step jump(int first, int second) {
        return new Step(null, null, first, second);
    }

    private int here() {
        return steps.size();
    }

    private int add(Step step) {
        if (steps.size() == MAX_STEPS) {
            throw tooLarge();
        }
        steps.add(step);
        return steps.size() - 1;
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException("it has more than " + MAX_STEPS + " steps once its counts are written out");
    }
}
