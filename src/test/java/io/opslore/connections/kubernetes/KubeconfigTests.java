package io.opslore.connections.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigTests {

    private static final String CONFIG =
            """
            apiVersion: v1
            kind: Config
            current-context: one
            contexts:
            - {name: one, context: {cluster: a, user: robot}}
            - {name: two, context: {cluster: b, user: person}}
            clusters:
            - {name: a, cluster: {server: "https://a.example.org:6443", certificate-authority-data: QQ==}}
            - {name: b, cluster: {server: "https://b.example.org/"}}
            users:
            - {name: robot, user: {token: secret-token}}
            - {name: person, user: {username: ann, password: pw}}
            """;

    @Test
    void takesWhatItHoldsItself() {
        ServerAccess current = Kubeconfig.read(CONFIG).access("");
        ServerAccess other = Kubeconfig.read(CONFIG).access("two");

        assertThat(current.server()).hasToString("https://a.example.org:6443");
        assertThat(current.authority()).isEqualTo("QQ==");
        assertThat(current.authorization()).isEqualTo("Bearer secret-token");
        assertThat(other.server()).hasToString("https://b.example.org");
        assertThat(other.authorization()).isEqualTo("Basic YW5uOnB3");
        assertThat(current.toString()).doesNotContain("secret-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: /bin/touch, args: [/tmp/x]}",
                "auth-provider: {name: oidc}",
                "tokenFile: /etc/hostname",
                "client-certificate: /etc/hostname",
                "client-key: /etc/hostname",
                "as: admin"
            })
    void runsNoProgramAndOpensNoFileForAUser(String user) {
        assertRefused(CONFIG.replace("token: secret-token", user));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certificate-authority: /etc/hostname",
                "insecure-skip-tls-verify: true",
                "proxy-url: http://proxy.example.org:3128",
                "tls-server-name: other.example.org"
            })
    void goesNoOtherWayThanToAServerItCanTrust(String cluster) {
        assertRefused(CONFIG.replace("certificate-authority-data: QQ==", cluster));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "[]", "{a: b}", "contexts: 5", "&a [*a]", "!!java.lang.Object x"})
    void refusesWhatIsNone(String text) {
        assertRefused(text);
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertRefused("[".repeat(60_000));
    }

    @Test
    void refusesAContextThatIsNotThere() {
        assertThatThrownBy(() -> Kubeconfig.read(CONFIG).access("three"))
                .hasMessageContaining("no such context");
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Kubeconfig.read(text).access(""))
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .satisfies(failed -> {
                    assertThat(failed.reason()).isEqualTo(Reason.UNFIT);
                    assertThat(failed.suggestion()).isNotBlank();
                    assertThat(failed.getMessage()).doesNotContain("hostname", "secret-token");
                });
    }
}
