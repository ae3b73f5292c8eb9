/**
 * A fictional wholesaler part-way through its planning campaign, for trying Konsens out. Everything in it went through the
 * doors real data and real people use: the import, the use cases, the process.
 */
@NullMarked
package io.konsens.demo;

import org.jspecify.annotations.NullMarked;
