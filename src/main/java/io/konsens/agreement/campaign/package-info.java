/**
 * The planning campaign (Planungsrunde) of a period: what is checked and said before it starts, and its start for a whole
 * organisation in the background.
 */
@NullMarked
package io.konsens.agreement.campaign;

import org.jspecify.annotations.NullMarked;
