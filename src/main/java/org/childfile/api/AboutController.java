package org.childfile.api;

import org.childfile.security.Published;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is open to everybody: the description of the API, and the public keys of its tokens. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1")
class AboutController {

    private final byte[] description;
    private final String keys;

    AboutController(Published published) {
        this.description = ApiDescription.document();
        this.keys = published.keys();
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(keys);
    }
}
