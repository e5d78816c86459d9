package org.childfile.ingest.landing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.childfile.ingest.format.Unusable;

/**
 * Tells of a record that can be read why the next stage would refuse it, before the pull is in force: a pull of which too much
 * would be refused is held.
 */
@FunctionalInterface
public interface Trial {

    /** For feeds whose records nothing refuses. */
    Trial NONE = header -> content -> Optional.empty();

    /** The trial of one pull's records, under its headings. */
    Function<byte[], Optional<Unusable>> under(List<String> header);
}
