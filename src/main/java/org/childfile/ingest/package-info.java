/**
 * From departments to standard records: connector files, formats, pulls, landing, mapping.
 */
@NullMarked
package org.childfile.ingest;

import org.jspecify.annotations.NullMarked;
