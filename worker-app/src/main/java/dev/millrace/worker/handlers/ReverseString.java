package dev.millrace.worker.handlers;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

import dev.millrace.worker.api.Parameter;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

@TaskType(
        name = "reverse_string",
        title = "Reverse a text",
        description = "Turns a text round, grapheme by grapheme, so that accents and emoji stay whole.",
        example = "{\"text\": \"añ👨‍👩‍👧\"}")
public final class ReverseString implements TaskHandler<ReverseString.Text, ReverseString.Reversed> {
    public record Text(
            @Parameter(title = "Text", help = "1 to 1000 characters", minLength = 1, maxLength = 1000) String text) {}

    public record Reversed(String reversedText) {}

    @Override
    public Reversed run(Text parameters, TaskContext context) {
        String text = parameters.text();
        BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
        graphemes.setText(text);
        StringBuilder reversed = new StringBuilder(text.length());
        int end = graphemes.last();
        for (int start = graphemes.previous(); start != BreakIterator.DONE; start = graphemes.previous()) {
            reversed.append(text, start, end);
            end = start;
        }
        return new Reversed(reversed.toString());
    }
}
