package dev.millrace.web.problem;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.platform.node.NodeLog;

/**
 * The page of all errors ({@code web.xml}): servers answer some requests before they call the application, and would do
 * so with pages of their own. To clients, it and the folder that servers would redirect are not there.
 */
@WebServlet(
        urlPatterns = {"/problem", "/assets"},
        asyncSupported = true)
public class ErrorPageServlet extends HttpServlet {
    private static final Logger LOG = NodeLog.of(ErrorPageServlet.class);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            ProblemResponse.write(HttpStatusProblem.of(HttpServletResponse.SC_NOT_FOUND), response);
            return;
        }
        int status = (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> ProblemResponse.write(new NotSignedIn(), response);
            case HttpServletResponse.SC_FORBIDDEN -> // a folder without a page: nobody has to know that it exists
            ProblemResponse.write(HttpStatusProblem.of(HttpServletResponse.SC_NOT_FOUND), response);
            case HttpServletResponse.SC_INTERNAL_SERVER_ERROR -> writeUnexpected(request, response);
            default -> ProblemResponse.write(HttpStatusProblem.of(status), response);
        }
    }

    private static void writeUnexpected(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Unexpected error; incident " + incident, (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        ProblemResponse.writeUnexpected(incident, response);
    }
}
