/**
 * What is sent: requests to departments and other programs, over the same addresses, credentials and tokens as feeds.
 *
 * <p>In: an endpoint and a body. Out: an answer, or why there is none. Within an attempt a
 * lost connection is tried again as the endpoint says. Never: a later attempt, personal data in a message.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ingest.connect", "ingest.connector", "ingest.format"})
package org.childfile.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
