package org.qipan.workflow;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * The only beans a model may call: those named {@code *Steps}. Without this list every bean of the context, the data source included,
 * could be called from an expression. Looked up late, because the steps themselves need the engine.
 */
class StepBeans extends AbstractMap<Object, Object> {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*Steps");

    private final BeanFactory beans;
    private final Map<String, Object> used = new ConcurrentHashMap<>();

    StepBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && NAME.matcher(text).matches() && beans.containsBean(text);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String text && containsKey(text) ? used.computeIfAbsent(text, beans::getBean) : null;
    }

    /** Whether this very object was handed out by {@link #get}. */
    boolean holds(Object bean) {
        return used.values().stream().anyMatch(known -> known == bean);
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.copyOf(Map.<Object, Object>copyOf(used).entrySet());
    }
}
