/** Guidance as browsers and programs ask for it. */
@NullMarked
package io.konsens.agreement.guidance.web;

import org.jspecify.annotations.NullMarked;
