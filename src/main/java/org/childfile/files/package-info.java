/**
 * One digital file a child and one entry a volunteer: who is one person, which value counts, versions in two times,
 * rules about children.
 */
@NullMarked
package org.childfile.files;

import org.jspecify.annotations.NullMarked;
