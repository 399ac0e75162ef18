package io.nordwand.eiger.api;

import io.nordwand.eiger.wire.DeviceWire;
import io.nordwand.eiger.wire.EntryWire;
import io.nordwand.eiger.wire.JobWire;
import io.nordwand.eiger.wire.Order;
import io.nordwand.eiger.wire.Page;
import io.nordwand.eiger.wire.QueueWire;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Devices and their queues (tag Devices). */
@HttpExchange(url = "/devices", accept = "application/json")
public interface DevicesApi {

    /** One page of all devices. */
    @GetExchange
    Mono<Page<DeviceWire>> listDevices(@RequestParam MultiValueMap<String, String> query);

    /** One device. */
    @GetExchange("/{device}")
    Mono<DeviceWire> readDevice(@PathVariable String device);

    /** Starts a build at once. Moves a real machine; 201 only says that the request was taken (field note 49). */
    @PostExchange("/{device}")
    Mono<JobWire> printToPrinter(@PathVariable String device, @RequestBody Order.OfBuild build);

    /** A device with all its waiting jobs, not paged (field note 19). */
    @GetExchange("/{device}/queue")
    Mono<QueueWire> listDeviceQueue(@PathVariable String device);

    /** Appends a build; a repeated call queues it twice (field note 47). */
    @PostExchange("/{device}/queue")
    Mono<EntryWire> appendToDeviceQueue(@PathVariable String device, @RequestBody Order.OfBuild build);

    /** One waiting job. */
    @GetExchange("/{device}/queue/{entry}")
    Mono<EntryWire> readDeviceQueue(@PathVariable String device, @PathVariable String entry);

    /** Removes a waiting job by its queue id (field note 44). */
    @DeleteExchange("/{device}/queue/{entry}")
    Mono<Void> removeFromDeviceQueue(@PathVariable String device, @PathVariable String entry);
}
