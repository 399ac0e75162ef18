package io.nordwand.fleet;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.dispatch.Dispatch;
import io.nordwand.dispatch.Forms;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.PageSite;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The pages of this module alone. */
@ComponentScan(basePackageClasses = FleetController.class)
@Import(PageSite.class)
@TestComponent
class FleetSite {

    @Bean
    Sinks.Many<PrinterId> actionChanges() {
        return Sinks.many().multicast().directBestEffort();
    }

    @Bean
    Dispatch dispatch(Sinks.Many<PrinterId> actionChanges) {
        Dispatch dispatch = mock(Dispatch.class);
        when(dispatch.forms(any(), any()))
                .thenAnswer(call -> Mono.just(new Forms("_csrf", "token", "action-of-" + call.getArgument(1))));
        when(dispatch.recent(any())).thenReturn(List.of());
        when(dispatch.changes()).thenReturn(actionChanges.asFlux());
        return dispatch;
    }
}
