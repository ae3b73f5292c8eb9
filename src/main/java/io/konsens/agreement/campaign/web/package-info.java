/** The pages and the API that lead through a planning campaign. */
@NullMarked
package io.konsens.agreement.campaign.web;

import org.jspecify.annotations.NullMarked;
