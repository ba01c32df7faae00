package dev.millrace.web.push;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;

import dev.millrace.push.PushSettings;

/**
 * Says how long a WebSocket may be idle before there is one. A session that learns it only when it opens may be closed at once:
 * Tyrus arms a timer of no time for it first, and when that timer comes late it finds that there is a limit.
 */
@WebListener
public class IdleSockets implements ServletContextListener {
    @Inject
    private PushSettings settings;

    /** For the container. */
    public IdleSockets() {}

    IdleSockets(PushSettings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServerContainer sockets =
                (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        sockets.setDefaultMaxSessionIdleTimeout(settings.idle().toMillis());
    }
}
