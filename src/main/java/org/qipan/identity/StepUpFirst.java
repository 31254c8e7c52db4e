package org.qipan.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a controller, or on all of them: whoever opens or sends this form confirms first who he is (security.md 1.6). A form is sent
 * to the address it was opened at, so that what was typed can be shown again there when the five minutes passed meanwhile: {@link KeptForm}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUpFirst {}
