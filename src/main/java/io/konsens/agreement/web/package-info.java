/** What browsers and programs call. */
@NullMarked
package io.konsens.agreement.web;

import org.jspecify.annotations.NullMarked;
