package io.nordwand.fleet;

import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Paths;
import io.nordwand.web.Role;
import io.nordwand.web.Words;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** Finds a printer by its name, for links that people write; names are not unique (field note 34). */
@Page
@Access(Role.VIEWER)
class NamedController {

    /** One of several printers of the same name. */
    record Choice(String href, String id, String model, String state) {

        static Choice of(Printer printer) {
            String state = printer.report().state();
            return new Choice(
                    Paths.printer(printer.id()),
                    printer.id().value(),
                    printer.report().model(),
                    state == null ? "" : state);
        }
    }

    private final Farms farms;

    NamedController(Farms farms) {
        this.farms = farms;
    }

    @GetMapping("/printers/by-name/{name}")
    Rendering byName(@PathVariable String name) {
        String wanted = Words.fold(name);
        List<Printer> found = farms.current().printers().values().stream()
                .filter(printer -> Words.fold(printer.report().displayName()).equals(wanted))
                .toList();
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (found.size() == 1) {
            return Rendering.redirectTo(Paths.printer(found.get(0).id()))
                    .propagateQuery(false)
                    .build();
        }
        return Rendering.view("fleet/chooser")
                .status(HttpStatus.MULTIPLE_CHOICES)
                .modelAttribute("name", name)
                .modelAttribute("choices", found.stream().map(Choice::of).toList())
                .build();
    }
}
