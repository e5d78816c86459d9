package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import org.childfile.access.readmodel.Row;
import org.childfile.kernel.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON with an ETag: who sends it back in {@code If-None-Match} is told when nothing changed. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    /** A list or a document; its ETag is the digest of what is shown. */
    static ResponseEntity<byte[]> of(HttpServletRequest request, Object shown) {
        return of(request, "", shown);
    }

    /**
     * A file. Its ETag begins with its version; the digest after it differs where the same version is shown otherwise,
     * for another purpose, say.
     */
    static ResponseEntity<byte[]> file(HttpServletRequest request, Row file) {
        return of(request, file.number("version") + "-", file);
    }

    private static ResponseEntity<byte[]> of(HttpServletRequest request, String version, Object shown) {
        byte[] body = JSON.writeValueAsBytes(shown);
        // Weak, as the body may be compressed on the way.
        String tag = "W/\"" + version + digest(body) + "\"";
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.equals("*") || known.contains(tag.substring(2)))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .header("ETag", tag)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("ETag", tag)
                .header("Vary", "Authorization, X-Purpose")
                .body(body);
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Sha256.of(body), 0, 12);
    }
}
