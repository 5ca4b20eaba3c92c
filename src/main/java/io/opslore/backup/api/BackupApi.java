package io.opslore.backup.api;

import io.opslore.backup.BackupFailed;
import io.opslore.backup.BackupRequest;
import io.opslore.backup.BackupTask;
import io.opslore.backup.Backups;
import io.opslore.backup.Made;
import io.opslore.backup.Progress;
import io.opslore.backup.Verdict;
import io.opslore.identity.Asker;
import io.opslore.identity.LocalToken;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For those who manage backups, with a token. Paths of this machine are taken from nobody but the
 * command line on it, which could read and write them by itself.
 */
@RestController
@RequestMapping("/api/backup")
class BackupApi {

    private final Backups backups;
    private final SignedIn signedIn;

    BackupApi(Backups backups, SignedIn signedIn) {
        this.backups = backups;
        this.signedIn = signedIn;
    }

    /** Answers when it is made; to the target of the settings if none is named. */
    @PostMapping
    Made make(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "false") boolean incremental,
            @RequestParam(required = false) @Nullable String passwordFile,
            @RequestParam(defaultValue = "false") boolean key) {
        Asker asker = signedIn.asker();
        if (target != null || passwordFile != null || key) {
            LocalToken.require(asker);
        }
        return backups.make(
                new BackupRequest(target, incremental, passwordFile, key), Progress.NONE, asker);
    }

    /** Answers when it was read to its end. */
    @PostMapping("/verify")
    Verdict verify(
            @RequestParam String target,
            @RequestParam(required = false) @Nullable String passwordFile) {
        Asker asker = signedIn.asker();
        LocalToken.require(asker);
        return backups.verify(target, passwordFile, Progress.NONE, asker);
    }

    /** How far this portal is with one that is made; nothing where none is. */
    @GetMapping("/progress")
    ResponseEntity<Progress.Step> making() {
        return progress(BackupTask.MAKE);
    }

    /** How far this portal is with one that is verified; nothing where none is. */
    @GetMapping("/verify/progress")
    ResponseEntity<Progress.Step> verifying() {
        return progress(BackupTask.VERIFY);
    }

    private ResponseEntity<Progress.Step> progress(BackupTask task) {
        return backups.underway(task, signedIn.asker())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail failed(BackupFailed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }
}
