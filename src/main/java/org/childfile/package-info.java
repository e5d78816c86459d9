/** childfile (童档): nine departmental feeds in, one digital file a child and one e-archive entry a volunteer out. */
@NullMarked
package org.childfile;

import org.jspecify.annotations.NullMarked;
