/** The way to Salesforce's REST API: login, tokens, calls. What is read or written there is its callers' business. */
@NullMarked
package io.konsens.salesforce;

import org.jspecify.annotations.NullMarked;
