package dev.millrace.platform.log;

import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.ejb.EJBException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoggerFilterTest {
    private final Logger logger = Logger.getLogger("some.server.that.tells.of.each.call");
    private final List<String> written = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            written.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // there is no buffer to flush
        }

        @Override
        public void close() {
            // there is no resource to close
        }
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Test
    void errors_of_an_outage_are_left_out_and_all_others_stay() {
        LoggerFilter quiet = LoggerFilter.install(logger.getName(), FilterServerLogs::isOutage);

        logger.log(Level.SEVERE, "outage", new EJBException(new SQLTransientConnectionException("away")));
        logger.log(Level.SEVERE, "fault", new EJBException(new IllegalStateException()));
        logger.log(Level.WARNING, "word");
        quiet.close();

        assertThat(written).containsExactly("fault", "word");
    }

    @Test
    void an_earlier_filter_still_applies_and_is_restored() {
        logger.setFilter(entry -> !entry.getMessage().equals("filtered"));

        LoggerFilter quiet = LoggerFilter.install(
                logger.getName(), entry -> entry.getMessage().equals("unwanted"));
        List.of("filtered", "unwanted", "wanted").forEach(logger::info);
        quiet.close();
        List.of("filtered", "unwanted").forEach(logger::info);

        assertThat(written).containsExactly("wanted", "unwanted");
        logger.setFilter(null);
    }
}
