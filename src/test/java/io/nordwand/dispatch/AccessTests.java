package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

class AccessTests {

    @Test
    void everyQuestionAndActionIsForOperators() {
        for (Class<?> controller : List.of(
                ActionController.class, DialogController.class, PlanController.class, ContinueController.class)) {
            assertThat(controller.getAnnotation(Access.class).value()).isEqualTo(Role.OPERATOR);
            assertThat(controller.isAnnotationPresent(Page.class)).isTrue();
            assertThat(controller.getDeclaredMethods()).noneMatch(method -> method.isAnnotationPresent(Access.class));
        }
    }

    @Test
    void onlyPostChangesAnything() {
        assertThat(Arrays.stream(ActionController.class.getDeclaredMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)))
                .hasSize(4)
                .allMatch(method -> method.isAnnotationPresent(PostMapping.class));
        assertThat(Arrays.stream(DialogController.class.getDeclaredMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)))
                .hasSize(5)
                .allMatch(method -> method.isAnnotationPresent(GetMapping.class));
    }
}
