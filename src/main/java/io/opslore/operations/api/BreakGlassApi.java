package io.opslore.operations.api;

import io.opslore.identity.BreakGlass;
import io.opslore.identity.BrokenGlass;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the command line beside the data folder alone; its token is asked for on the way here. */
@RestController
class BreakGlassApi {

    private final BreakGlass glass;

    BreakGlassApi(BreakGlass glass) {
        this.glass = glass;
    }

    @PostMapping("/break-glass")
    ResponseEntity<Map<String, String>> reset(@RequestParam String username) {
        return switch (glass.reset(username)) {
            case BrokenGlass.Broken(String name, String password) ->
                    ResponseEntity.ok(Map.of("username", name, "password", password));
            case BrokenGlass.Refused() -> ResponseEntity.status(HttpStatus.CONFLICT).build();
        };
    }
}
