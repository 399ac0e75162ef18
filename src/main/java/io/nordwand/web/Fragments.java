package io.nordwand.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

/**
 * Renders a template's fragment outside a request, for live streams: what is equal for many viewers is rendered once.
 * Such fragments take all data from the model and write URLs as plain text ({@code |/printers/${id}|}), since there is
 * no request to resolve {@code @{...}} against.
 */
@Component
public class Fragments {

    private final ISpringWebFluxTemplateEngine engine;
    private final WebProperties web;
    private final Times times;
    private final Amounts amounts;

    Fragments(ISpringWebFluxTemplateEngine engine, WebProperties web, Times times, Amounts amounts) {
        this.engine = engine;
        this.web = web;
        this.times = times;
        this.amounts = amounts;
    }

    /**
     * Renders one fragment.
     *
     * @param template template name, for example {@code fleet/list}
     * @param fragment its {@code th:fragment} name
     * @param model what the fragment reads; {@code times} and {@code amounts} are added
     */
    public String render(String template, String fragment, Map<String, ?> model) {
        return render(template, fragment, model, web.locale(), times);
    }

    /** The same in another language, with times of another zone. */
    public String render(String template, String fragment, Map<String, ?> model, Locale locale, Times others) {
        Context context = new Context(locale);
        model.forEach(context::setVariable);
        context.setVariable("times", others);
        context.setVariable("amounts", amounts);
        return engine.process(template, Set.of(fragment), context);
    }
}
