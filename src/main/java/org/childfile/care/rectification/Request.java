package org.childfile.care.rectification;

import java.time.LocalDate;
import java.util.Optional;
import org.childfile.care.help.Standing;

/**
 * A request that is being worked on; its row is locked.
 *
 * @param body what is sent; empty where it was erased
 * @param attempts failed ones since it last went well
 * @param events how many things happened to it so far
 */
record Request(
        String id,
        String feed,
        Standing standing,
        LocalDate deadline,
        Optional<byte[]> body,
        Optional<String> receipt,
        int attempts,
        int events) {}
