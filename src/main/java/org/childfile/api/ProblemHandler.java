package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.childfile.access.readmodel.ReadFailed;
import org.childfile.access.rights.Claims;
import org.childfile.security.Callers;
import org.childfile.security.ProblemDocuments;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Turns what went wrong with a request into a problem document, and the program's own mistakes into one that tells nothing. */
@RestControllerAdvice
@ConditionalOnWebApplication
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Pattern PERSON =
            Pattern.compile("[CV]\\p{XDigit}{8}-\\p{XDigit}{4}-7\\p{XDigit}{3}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final AccessRecorder seen;

    ProblemHandler(AccessRecorder seen) {
        this.seen = seen;
    }

    @ExceptionHandler
    void livesOn(RetiredIdRedirect moved, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
        response.setHeader("Location", moved.location(request.getRequestURI()) + (query == null ? "" : "?" + query));
    }

    @ExceptionHandler
    void refused(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refused refused = switch (failure) {
            case Refused known -> known;
            case InvalidParameterException malformed -> new Refused(Refusal.MALFORMED_REQUEST);
            case BadRequestException malformed -> new Refused(Refusal.MALFORMED_REQUEST);
            case MultipartException malformed -> new Refused(Refusal.MALFORMED_REQUEST);
            case ErrorResponse web -> new Refused(of(web.getStatusCode().value()));
            // A header that must not be read, for one: the request's own fault.
            default -> ProblemDocuments.of(failure).orElseGet(() -> new Refused(Refusal.INTERNAL));
        };
        if (refused.refusal() == Refusal.INTERNAL) {
            LOG.error(
                    "a request failed: {}",
                    failure instanceof ReadFailed
                            ? failure.getMessage()
                            : failure.getClass().getName(),
                    failure);
        }
        ProblemDocuments.answer(request, response, recorded(refused, request));
    }

    /** What may not be recorded is refused without a reason. */
    private Refused recorded(Refused refused, HttpServletRequest request) {
        Optional<Claims> bearer = refused.refusal().isOfRights() ? Callers.bearer(request) : Optional.empty();
        if (bearer.isEmpty()) {
            return refused;
        }
        List<String> persons = PERSON.matcher(request.getRequestURI())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        try {
            seen.refused(bearer.get(), refused.refusal().code(), persons);
            return refused;
        } catch (IllegalStateException e) {
            LOG.error("a refusal cannot be recorded", e);
            return new Refused(Refusal.INTERNAL);
        }
    }

    /** What a status of the framework or of the server means here. */
    static Refusal of(int status) {
        return switch (status) {
            case 401 -> Refusal.NO_TOKEN;
            case 403 -> Refusal.NOT_ALLOWED;
            case 404 -> Refusal.NO_SUCH_PAGE;
            case 405 -> Refusal.METHOD_NOT_ALLOWED;
            case 406 -> Refusal.NOT_ACCEPTABLE;
            case 413 -> Refusal.TOO_LARGE;
            case 415 -> Refusal.UNSUPPORTED_MEDIA_TYPE;
            default -> status >= 500 ? Refusal.INTERNAL : Refusal.MALFORMED_REQUEST;
        };
    }
}
