package org.childfile.care.help;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An application as it stood when it was read.
 *
 * @param body what is sent; empty where it was erased
 * @param attempts failed ones since it last went well
 * @param events how many things happened to it so far
 */
record Application(
        String id,
        String wakeup,
        Optional<String> child,
        String template,
        boolean urgent,
        Standing standing,
        LocalDate deadline,
        Optional<byte[]> body,
        Optional<String> receipt,
        int attempts,
        int events) {}
