/** Tests of the log of breaches and the record of impact assessments. */
@NullMarked
package org.childfile.compliance;

import org.jspecify.annotations.NullMarked;
