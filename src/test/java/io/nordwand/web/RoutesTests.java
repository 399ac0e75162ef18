package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.NordwandApplication;
import io.nordwand.ProgramOnly;
import io.nordwand.build.Builds;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Over the whole program: a route that forgot its role would be denied to everyone, and is found here first. */
@SpringBootTest(classes = NordwandApplication.class)
@MockitoBean(types = {Farms.class, FarmSource.class, FarmCommands.class, Builds.class})
@ContextConfiguration(initializers = ProgramOnly.class)
class RoutesTests {

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private List<RouterFunctionMapping> functions;

    @Test
    void everyRouteDeclaresItsRole() {
        List<Map.Entry<RequestMappingInfo, HandlerMethod>> routes = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .toList();

        assertThat(routes).isNotEmpty();
        assertThat(routes.stream()
                        .filter(route -> !declares(route.getValue()))
                        .map(route -> route.getKey() + " " + route.getValue().getShortLogMessage()))
                .as("routes without @Access, @Open or @ForScreen, on the method or on its class")
                .isEmpty();
    }

    @Test
    void noRouteTakesAnyMethod() {
        assertThat(mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                        .filter(route -> route.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .isEmpty())
                        .map(route -> route.getKey().toString()))
                .as("routes that take any method")
                .isEmpty();
    }

    @Test
    void thereAreNoRoutesThatCannotDeclareARole() {
        assertThat(functions).allMatch(mapping -> mapping.getRouterFunction() == null);
    }

    private static boolean declares(HandlerMethod method) {
        return method.hasMethodAnnotation(Access.class)
                || method.hasMethodAnnotation(Open.class)
                || method.hasMethodAnnotation(ForScreen.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Access.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ForScreen.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class);
    }
}
