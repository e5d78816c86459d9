/**
 * Connector files: where a feed lies, how it is asked, what its answers look like, and why a pull can fail.
 *
 * <p>In: connector files and the environment. Out: {@link org.childfile.ingest.connector.Connector}s, and every mistake
 * in the files at once. Never: the network, a secret in a message.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "settings"})
package org.childfile.ingest.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
