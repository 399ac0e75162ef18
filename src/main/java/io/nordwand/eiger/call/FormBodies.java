package io.nordwand.eiger.call;

import io.nordwand.eiger.wire.Order;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.FormHttpMessageWriter;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Writes the bodies of writing calls as forms, the way of the vendor's recipes; switched by configuration (field note 9). */
final class FormBodies implements HttpMessageWriter<Order> {

    private static final ResolvableType FORM =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);

    private final FormHttpMessageWriter forms = new FormHttpMessageWriter();

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(MediaType.APPLICATION_FORM_URLENCODED);
    }

    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType mediaType) {
        return Order.class.isAssignableFrom(type.toClass());
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends Order> orders,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ReactiveHttpOutputMessage message,
            Map<String, Object> hints) {
        return forms.write(
                Mono.from(orders).map(Order::fields), FORM, MediaType.APPLICATION_FORM_URLENCODED, message, hints);
    }
}
