package io.opslore.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a service's public method, or on the service for all of them: throws {@link NotAllowed} unless
 * the method's {@link Asker} holds one of the permissions. On a view: it opens for nobody else and
 * stands in nobody else's menu.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsPermission {

    /** Any one of these will do. */
    Permission[] value();
}
