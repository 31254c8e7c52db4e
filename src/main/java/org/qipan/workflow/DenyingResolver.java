package org.qipan.workflow;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Asked before every other resolver: an expression may call a method of a steps bean and read a variable, nothing else. No property of any
 * object is ever read, so no way leads from a value to its class. CVE-2026-109432 evaluates expressions of queries on the published
 * engine; this is what makes that harmless.
 */
class DenyingResolver extends ELResolver {

    private final StepBeans steps;

    DenyingResolver(StepBeans steps) {
        this.steps = steps;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            throw new ELException("models read no properties: " + property);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, @Nullable Object base, Object method, Class<?> @Nullable [] types, Object[] arguments) {
        if (base == null || !steps.holds(base) || ofEveryObject(method.toString())) {
            throw new ELException("models call only beans named *Steps: " + method);
        }
        return null;
    }

    private static boolean ofEveryObject(String method) {
        for (var known : Object.class.getDeclaredMethods()) {
            if (known.getName().equals(method)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        throw new ELException("models set nothing: " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
