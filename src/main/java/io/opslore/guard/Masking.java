package io.opslore.guard;

import io.micrometer.core.instrument.MeterRegistry;
import io.opslore.guard.masking.Finding;
import io.opslore.guard.masking.SecretFinder;
import io.opslore.identity.KeyedHashes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * The one boundary that takes secrets out of texts: at ingest, in tool output, questions, prompts,
 * answers and exports. A text that is masked twice is the same as masked once. Thread-safe.
 */
@Service
public class Masking {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("«secret:([a-z0-9-]{1,60})#[0-9a-f]{4,16}»");

    private final KeyedHashes hashes;
    private final AddedRules added;
    private final MeterRegistry meters;

    Masking(KeyedHashes hashes, AddedRules added, MeterRegistry meters) {
        this.hashes = hashes;
        this.added = added;
        this.meters = meters;
    }

    /** Masks a text of which nothing is known but its lines. */
    public Masked mask(String text, MaskScope scope) {
        return mask(text, "", scope);
    }

    /**
     * Masks a text whose structure its file's name tells.
     *
     * @param fileName for instance {@code values.yaml}; empty where there is none
     */
    public Masked mask(String text, String fileName, MaskScope scope) {
        Masked masked = written(text, found(text, fileName), scope);
        masked.secrets().forEach(this::count);
        return masked;
    }

    /**
     * Masks texts in fields, and in maps and lists within them; a field's name may say that its
     * value is a secret. A value that is missing becomes an empty text.
     *
     * @return the same fields in the same order
     */
    public Map<String, Object> mask(Map<?, ?> fields, MaskScope scope) {
        return new MaskedFields(this, scope).of(fields);
    }

    private void count(MaskedSecret secret) {
        meters.counter("opslore.secrets.masked", "kind", secret.kind()).increment();
    }

    /**
     * Masks a text that is still growing, and holds back its end for as long as that could become a
     * part of a secret. What is shown of it once never changes into something that was a secret.
     */
    public String growing(String soFar, MaskScope scope) {
        var settled = SecretFinder.shipped().settled(soFar, added.patterns());
        return written(soFar.substring(0, settled.until()), spared(settled.findings()), scope)
                .text();
    }

    /**
     * Names the rules and the allow list that are in force now: another name means that a text
     * masked before may have to be masked again.
     */
    public String version() {
        return SecretFinder.shipped().version() + "-" + added.version();
    }

    /** What was taken out of a masked text: the kind of each placeholder that stands in it. */
    public static List<String> kinds(String masked) {
        return PLACEHOLDER.matcher(masked).results().map(found -> found.group(1)).toList();
    }

    /** What would happen to the text, and by which rules. */
    Trial trial(String text, String fileName) {
        List<Finding> findings = found(text, fileName);
        Masked masked = written(text, findings, MaskScope.PORTAL);
        List<Trial.Found> found = new ArrayList<>();
        for (int at = 0; at < findings.size(); at++) {
            found.add(new Trial.Found(masked.secrets().get(at), findings.get(at).rule()));
        }
        return new Trial(masked.text(), found);
    }

    private List<Finding> found(String text, String fileName) {
        return spared(SecretFinder.shipped().find(text, fileName, added.patterns()));
    }

    private List<Finding> spared(List<Finding> findings) {
        return findings.stream().filter(finding -> !added.allowed(finding)).toList();
    }

    private Masked written(String text, List<Finding> findings, MaskScope scope) {
        var secrets = new ArrayList<MaskedSecret>();
        var masked = new StringBuilder();
        int from = 0;
        int line = 1;
        for (Finding finding : findings) {
            line += breaks(text, from, finding.start());
            String placeholder = placeholder(finding, scope);
            secrets.add(new MaskedSecret(line, finding.kind(), finding.name(), placeholder));
            masked.append(text, from, finding.start());
            masked.append(lines(text.substring(finding.start(), finding.end()), placeholder));
            line += breaks(text, finding.start(), finding.end());
            from = finding.end();
        }
        return new Masked(masked.append(text, from, text.length()).toString(), secrets);
    }

    /** Each line of a secret that has several becomes a placeholder where it stands. */
    private static String lines(String secret, String placeholder) {
        if (secret.indexOf('\n') < 0) {
            return placeholder;
        }
        StringBuilder masked = new StringBuilder();
        for (String line : secret.split("(?<=\n)")) {
            String bare = line.strip();
            masked.append(bare.isEmpty() ? line : line.replace(bare, placeholder));
        }
        return masked.toString();
    }

    private static int breaks(String text, int from, int to) {
        int count = 0;
        for (int at = text.indexOf('\n', from);
                at >= 0 && at < to;
                at = text.indexOf('\n', at + 1)) {
            count++;
        }
        return count;
    }

    private String placeholder(Finding finding, MaskScope scope) {
        byte[] hash = hashes.of("mask " + scope.value(), finding.secret());
        return "«secret:%s#%s»".formatted(finding.kind(), HexFormat.of().formatHex(hash, 0, 3));
    }
}
