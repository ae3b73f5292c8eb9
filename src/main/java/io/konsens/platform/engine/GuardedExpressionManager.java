package io.konsens.platform.engine;

import java.beans.FeatureDescriptor;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Expressions that can read variables and call the beans of {@link ModelBeans}, and nothing else.
 *
 * <p>In the engine's own setting an expression reaches every bean, and through {@code getClass()} the whole machine; and
 * CVE-2026-109432 lets any user who is logged in have one evaluated. The resolver asked first refuses every method and
 * property but those of our own beans, so an expression that slips through any door finds nothing to call.
 */
final class GuardedExpressionManager extends SpringExpressionManager {

    GuardedExpressionManager(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver guarded = new CompositeELResolver();
        guarded.add(new Guard());
        guarded.add(super.createElResolver());
        return guarded;
    }

    private static final class Guard extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base != null && !isData(base)) {
                throw refused(base, property);
            }
            return null;
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (!base.getClass().getPackageName().startsWith("io.konsens.") || method.equals("getClass")) {
                throw refused(base, method);
            }
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
            if (base != null) {
                throw refused(base, property);
            }
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return base != null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return null;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }

        private static boolean isData(Object base) {
            return base instanceof Map
                    || base instanceof Collection
                    || base.getClass().isArray();
        }

        private static ELException refused(Object base, Object member) {
            return new ELException("An expression may not use '" + member + "' of "
                    + base.getClass().getSimpleName() + ": only variables and " + ModelBeans.NAMES);
        }
    }
}
