/** The ERP: agreed targets as entities of a service that speaks OData v4. */
@NullMarked
package io.konsens.handover.erp;

import org.jspecify.annotations.NullMarked;
