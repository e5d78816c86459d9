/**
 * Linkage on Apache Spark: the same model files, comparisons, training, decisions and clusters as in memory, for tables that one
 * machine does not hold.
 *
 * <p>In: tables as CSV, Parquet or of a database, and a model. Out: clusters and pairs, the same as the engine in memory gives.
 * Never: a rule of linkage of its own; the core of the program decides, on parts of the table that weigh as the whole.
 */
@NullMarked
package org.childfile.spark;

import org.jspecify.annotations.NullMarked;
