package io.nordwand.eiger;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** At least one key is given; what it is is not told to anyone. */
final class AnyKey extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Binder binder = Binder.get(context.getEnvironment());
        boolean any = given(binder, "access-key") || given(binder, "secret-key");
        return new ConditionOutcome(any, any ? "an Eiger key is given" : "no Eiger key is given");
    }

    private static boolean given(Binder binder, String key) {
        return !binder.bind("nordwand.eiger." + key, String.class).orElse("").isBlank();
    }
}
