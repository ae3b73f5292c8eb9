/**
 * The only place of this module that knows the engine: {@link io.konsens.agreement.process.AgreementProcess} leads out,
 * delegates and listeners lead in. Each of them calls one use case.
 */
@NullMarked
package io.konsens.agreement.process;

import org.jspecify.annotations.NullMarked;
