package org.childfile.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.childfile.security.ProblemDocuments;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server itself refuses, an address that is no address say, as a problem document instead of a page. */
final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    /** Puts it into a server, before the one that the server would make for itself, whose answer is a page. */
    static void putInto(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemValve.class.getName());
            host.getPipeline().addValve(new ProblemValve());
        }
    }

    /** Languages that cannot be read would be the fault of whatever asks for them first, deep in a framework. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (languagesReadable(request)) {
            super.invoke(request, response);
        } else {
            ProblemDocuments.answer(request, response.getResponse(), new Refused(Refusal.MALFORMED_REQUEST));
        }
    }

    private static boolean languagesReadable(Request request) {
        int length = 0;
        Enumeration<String> languages = request.getHeaders("Accept-Language");
        while (languages.hasMoreElements()) {
            length += languages.nextElement().length();
        }
        if (length > ProblemDocuments.LONGEST_LANGUAGE) {
            return false;
        }
        try {
            return request.getLocale() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemDocuments.answer(request, response.getResponse(), new Refused(refusal(status)));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("the client was gone before its refusal", e);
        }
    }

    /** A method that the server does not know at all is the request's fault, not the server's. */
    private static Refusal refusal(int status) {
        return status == HttpServletResponse.SC_NOT_IMPLEMENTED
                ? Refusal.METHOD_NOT_ALLOWED
                : ProblemHandler.of(status);
    }
}
