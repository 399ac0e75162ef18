package io.nordwand.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives each test its own {@link Tab} and, after it, fails it for what the browser complained about. Without a Chromium
 * the tests are skipped, unless NORDWAND_REQUIRE_BROWSER says that one must be there.
 */
public final class Browsing implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Browsing.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.installed().isPresent() || Chromium.required()
                ? ConditionEvaluationResult.enabled("Chromium is here, or must be")
                : ConditionEvaluationResult.disabled("no Chromium found: install one, or name it in CHROMIUM");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tab.class;
    }

    @Override
    public Tab resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store test = context.getStore(NAMESPACE);
        return test.computeIfAbsent(
                Tab.class,
                key -> new Tab(chromium(context), origin(context), !parameter.isAnnotated(WithoutScript.class)),
                Tab.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Tab tab = context.getStore(NAMESPACE).remove(Tab.class, Tab.class);
        if (tab != null) {
            try (tab) {
                if (context.getExecutionException().isEmpty()) {
                    tab.assertNoComplaints();
                } else {
                    tab.recordFailure(context.getRequiredTestClass().getSimpleName() + "-"
                            + context.getRequiredTestMethod().getName());
                }
            }
        }
    }

    private static Chromium chromium(ExtensionContext context) {
        ExtensionContext.Store run = context.getRoot().getStore(NAMESPACE);
        Chromium former = run.get(Chromium.class, Chromium.class);
        if (former != null && !former.works()) {
            run.remove(Chromium.class);
            former.close();
        }
        return run.computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    }

    /** Where the program of a Spring test answers; other tests open full addresses. */
    private static String origin(ExtensionContext context) {
        boolean spring = org.springframework.core.annotation.AnnotatedElementUtils.hasAnnotation(
                context.getRequiredTestClass(), BrowserTest.class);
        String port = spring
                ? SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getProperty("local.server.port")
                : null;
        return "http://localhost" + (port == null ? "" : ":" + port);
    }
}
