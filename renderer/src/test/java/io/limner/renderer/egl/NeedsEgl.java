package io.limner.renderer.egl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that draws: skipped with the reason where no context can be made, but in CI it runs and fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEgl.Condition.class)
public @interface NeedsEgl {

    /** Tries to open a context on the CPU. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (System.getenv("CI") != null) {
                return ConditionEvaluationResult.enabled("CI must be able to draw");
            }
            try {
                EglContext.open(new DeviceChoice.Cpu()).close();
                return ConditionEvaluationResult.enabled("EGL works");
            } catch (EglException e) {
                return ConditionEvaluationResult.disabled(e.getMessage());
            }
        }
    }
}
