package dev.millrace.platform.node;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NodeLogTest {
    private final Logger behind = Logger.getLogger(NodeLogTest.class.getName());
    private final List<String> written = new ArrayList<>();

    @AfterEach
    void listenNoMore() {
        behind.setFilter(null);
    }

    @Test
    void every_line_names_the_node() {
        Filter listening = line -> {
            written.add(line.getMessage());
            return false;
        };
        behind.setFilter(listening);
        Node node = new Node();
        node.setLogNode();

        NodeLog.of(NodeLogTest.class).log(Level.WARNING, "lost task {0}", "t:1");
        NodeLog.of(NodeLogTest.class).log(Level.WARNING, "failed", new IllegalStateException());

        assertThat(written).hasSize(2).allSatisfy(line -> assertThat(line).startsWith(node.id() + ": "));
    }
}
