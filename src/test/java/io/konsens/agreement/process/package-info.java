/**
 * The negotiation as the engine plays it: the deployed model, the real use cases, a real database. {@link
 * io.konsens.agreement.process.TargetAgreementProcessTest} runs it all and asks for every path of the model.
 */
@NullMarked
package io.konsens.agreement.process;

import org.jspecify.annotations.NullMarked;
