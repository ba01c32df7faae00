package dev.millrace.web.page;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The page of the API, at the same root as the API; its parts are static files. Servers would redirect their folder
 * to an absolute address.
 */
@WebServlet({DocsServlet.PATH, DocsServlet.FOLDER})
public class DocsServlet extends HttpServlet {
    static final String PATH = "/api/docs";
    static final String FOLDER = "/docs";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(FOLDER)) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "docs/");
        } else {
            request.getRequestDispatcher("/docs/index.html").forward(request, response);
        }
    }
}
