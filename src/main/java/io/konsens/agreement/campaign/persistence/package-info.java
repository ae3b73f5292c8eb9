/** The statements behind the planning campaign. */
@NullMarked
package io.konsens.agreement.campaign.persistence;

import org.jspecify.annotations.NullMarked;
