package dev.millrace.web.problem;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The page of 401 ({@code web.xml}): servers reject a bad bearer token with pages of their own, before they call the
 * application. Not for clients to call.
 */
@WebServlet(urlPatterns = "/problem/unauthenticated", asyncSupported = true)
public class BadTokenServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            ProblemResponse.write(new NotSignedIn(), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
