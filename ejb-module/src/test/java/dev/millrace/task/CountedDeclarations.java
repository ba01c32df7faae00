package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import dev.millrace.platform.persistence.TestDatabase;

/** Declares queues in a test's database and records which were declared together. */
public final class CountedDeclarations extends DeclareQueues {
    private final TransactionalDeclarations declarations;
    private final List<List<String>> transactions = new ArrayList<>();

    public CountedDeclarations(TestDatabase database) {
        this.declarations = new TransactionalDeclarations(database);
    }

    @Override
    public List<String> declare(Collection<String> names, int max, Instant now) {
        transactions.add(List.copyOf(new TreeSet<>(names)));
        return declarations.declare(names, max, now);
    }

    @Override
    public void restore(String name, Instant now) {
        declarations.restore(name, now);
    }

    /** @return the names of each transaction, in their order */
    public List<List<String>> transactions() {
        return transactions;
    }
}
