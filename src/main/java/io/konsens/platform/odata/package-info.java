/** The common part of every service that speaks OData v4: addresses, pages, errors. */
@NullMarked
package io.konsens.platform.odata;

import org.jspecify.annotations.NullMarked;
