/** The CRM: agreed targets as records of Salesforce. */
@NullMarked
package io.konsens.handover.crm;

import org.jspecify.annotations.NullMarked;
