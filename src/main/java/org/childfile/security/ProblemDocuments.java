package org.childfile.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;
import tools.jackson.databind.json.JsonMapper;

/** Refusals as problem documents (RFC 9457), in Chinese unless the request prefers English. */
public final class ProblemDocuments {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Characters of {@code Accept-Language}; no honest program sends more. */
    public static final int LONGEST_LANGUAGE = 500;

    private static final String BUNDLE = "org.childfile.security.refusals";

    private ProblemDocuments() {}

    /** Answers a request with a problem document, if nothing was answered yet. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, Refused refused)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Locale language = language(request);
        byte[] document = document(refused, language).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(refused.refusal().status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    /** The document in a language. */
    static String document(Refused refused, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String code = refused.refusal().code();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:childfile:problem:" + code);
        problem.put("title", texts.getString(code + ".title"));
        problem.put("status", refused.refusal().status());
        problem.put(
                "detail",
                new MessageFormat(texts.getString(code + ".detail"), Locale.ROOT).format(refused.arguments()));
        problem.put("code", code);
        problem.putAll(refused.more());
        return JsonMapper.shared().writeValueAsString(problem);
    }

    /** What a failure means that is the request's own fault; empty where it is none that is known here. */
    public static Optional<Refused> of(Exception failure) {
        return switch (failure) {
            case Refused refused -> Optional.of(refused);
            case RequestRejectedException malformed -> Optional.of(new Refused(Refusal.MALFORMED_REQUEST));
            default -> Optional.empty();
        };
    }

    private static Locale language(HttpServletRequest request) {
        try {
            return language(request.getHeader("Accept-Language"));
        } catch (RequestRejectedException e) {
            return Locale.CHINESE;
        }
    }

    /** English where it is preferred to Chinese; Chinese else, and where the header cannot be read. */
    static Locale language(@Nullable String accepted) {
        if (accepted == null || accepted.length() > LONGEST_LANGUAGE) {
            return Locale.CHINESE;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
                if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
                    return Locale.ENGLISH;
                }
                if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
                    return Locale.CHINESE;
                }
            }
            return Locale.CHINESE;
        } catch (IllegalArgumentException e) {
            return Locale.CHINESE;
        }
    }
}
