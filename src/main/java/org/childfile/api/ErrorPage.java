package org.childfile.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.childfile.security.ProblemDocuments;
import org.childfile.security.Refused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server refuses before or beside the program's own methods, as a problem document too. */
@Controller
@ConditionalOnWebApplication
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemDocuments.answer(
                request, response, new Refused(ProblemHandler.of(status instanceof Integer code ? code : 404)));
    }
}
