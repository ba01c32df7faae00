package dev.millrace.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Rejects bodies that are too large, also those whose headers do not give their size. */
@Provider
public class LimitBody implements ContainerRequestFilter {
    static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final long MAX_DRAINED = 16L * MAX_BYTES;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getLength() > MAX_BYTES) {
            drain(request.getEntityStream());
            throw new BodyTooLarge(MAX_BYTES);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
    }

    /**
     * A client that is still sending does not look for an answer, and over HTTP/2 it would wait until the server reads
     * on.
     */
    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8_192];
        long read = 0;
        for (int n = 0; n >= 0 && read < MAX_DRAINED; n = body.read(buffer)) {
            read += n;
        }
    }

    private static final class Limited extends FilterInputStream {
        private long left = MAX_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? read : counted(1, read);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int bytes, int result) throws IOException {
            left -= bytes;
            if (left < 0) {
                drain(in);
                throw new BodyTooLarge(MAX_BYTES);
            }
            return result;
        }
    }
}
