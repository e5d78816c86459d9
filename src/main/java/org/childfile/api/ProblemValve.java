package org.childfile.api;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.childfile.security.Problems;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server itself refuses, an address that is no address say, as a problem document instead of a page. */
final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            Problems.answer(request, response.getResponse(), new Refused(Refusing.of(status)));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("the client was gone before its refusal", e);
        }
    }
}
