package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimRuleTests {

    private static final Map<String, Object> CLAIMS =
            Map.of(
                    "department",
                    "platform",
                    "realm_access",
                    Map.of("roles", List.of("portal-readers", "offline_access")),
                    "https://example.org/teams",
                    List.of("sre.eu"),
                    "staff",
                    true);

    @Test
    void aValueFitsAsAWhole() {
        assertThat(fits("department", "platform")).isTrue();
        assertThat(fits("department", "plat")).isFalse();
        assertThat(fits("department", "Platform")).isFalse();
    }

    @Test
    void aPathLeadsIntoNestedClaimsWhereOneOfSeveralValuesIsEnough() {
        assertThat(fits("realm_access.roles", "portal-readers")).isTrue();
        assertThat(fits("realm_access.roles", "portal-admins")).isFalse();
        assertThat(fits("realm_access", "portal-readers")).isFalse();
        assertThat(fits("department.roles", "platform")).isFalse();
    }

    @Test
    void aNameWithDotsIsFoundAsAWhole() {
        assertThat(fits("https://example.org/teams", "sre.eu")).isTrue();
    }

    @Test
    void anAsteriskStandsForAnythingAndNothingElseDoes() {
        assertThat(fits("realm_access.roles", "portal-*")).isTrue();
        assertThat(fits("realm_access.roles", "*-readers")).isTrue();
        assertThat(fits("https://example.org/teams", "sre?eu")).isFalse();
        assertThat(fits("https://example.org/teams", "sreXeu")).isFalse();
        assertThat(fits("absent", "*")).isFalse();
    }

    @Test
    void truthValuesAreText() {
        assertThat(fits("staff", "true")).isTrue();
    }

    @Test
    void aRuleGivesNoPerson() {
        var person = new Grantee.Person(new AccountId(UUID.randomUUID()));
        assertThatThrownBy(() -> new ClaimRule("a", "b", person))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean fits(String claim, String wanted) {
        return new ClaimRule(claim, wanted, new Grantee.Holders(Role.READER)).fits(CLAIMS);
    }
}
