package dev.millrace.web.push;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.platform.problem.Problem;
import dev.millrace.web.problem.ProblemResponse;

/**
 * Opens connections for Server-Sent Events. A servlet and not a REST resource, since only its non-blocking output reports on
 * every server when a client is ready for more.
 */
@WebServlet(urlPatterns = "/api/events", asyncSupported = true)
public class EventsServlet extends HttpServlet {
    @Inject
    private transient OpenConnections connections;

    @Inject
    private transient AuthenticateConnection authenticate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SseTransport transport = new SseTransport();
        ClientConnection connection;
        try {
            String last = request.getHeader("Last-Event-ID");
            connection = connections.open(
                    authenticate.byToken(request.getUserPrincipal()),
                    last != null ? last : request.getParameter("since"),
                    transport);
        } catch (Problem e) {
            ProblemResponse.write(e, response);
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        transport.open(request.startAsync(), connection::onDisconnect);
        connection.start();
    }
}
