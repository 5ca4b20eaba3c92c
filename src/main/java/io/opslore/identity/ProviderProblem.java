package io.opslore.identity;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why somebody could not sign in at a provider, or why a provider cannot be used. */
public enum ProviderProblem {
    /** It does not answer. */
    UNREACHABLE,
    /** It answers, but not with what an OpenID provider says of itself. */
    NO_DISCOVERY,
    /** It calls itself otherwise than it is configured here. */
    OTHER_ISSUER,
    /** It would be spoken to without TLS. */
    INSECURE,
    /** It is where the portal may not connect to. */
    FORBIDDEN,
    /** Its client secret was sealed with another key than the portal's. */
    SECRET_LOST,
    /** There is no such provider, or it is switched off. */
    UNKNOWN,
    /** The provider, or the person there, said no. */
    DENIED,
    /** The answer belongs to no sign-in that was begun in this browser, or to one that is over. */
    NOT_ASKED_FOR,
    /** The provider does not take the code, or this portal as its client. */
    CODE_REFUSED,
    /** The identity token is expired, of another issuer, for another client, or not genuine. */
    TOKEN_REFUSED,
    /** No account is made for new people. */
    CREATION_CLOSED,
    /** The account is disabled. */
    DISABLED,
    /** The claim that the account would be called by is missing. */
    NO_USERNAME,
    /** The name belongs to somebody else. */
    NAME_TAKEN;

    /** In small letters and hyphens, for addresses, texts and the record. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a failed sign-in failed at; foreign errors are judged by their standard codes. */
    public static ProviderProblem of(OAuth2AuthenticationException failure) {
        String code = failure.getError().getErrorCode();
        return Arrays.stream(values())
                .filter(problem -> problem.key().equals(code))
                .findFirst()
                .orElseGet(() -> ofStandard(code));
    }

    /** To be thrown where Spring Security is in charge. */
    OAuth2AuthenticationException thrown(String detail) {
        return new OAuth2AuthenticationException(new OAuth2Error(key(), detail, null), detail);
    }

    private static ProviderProblem ofStandard(String code) {
        return switch (code) {
            case "authorization_request_not_found", "invalid_state_parameter" -> NOT_ASKED_FOR;
            case "invalid_id_token", "invalid_nonce", "missing_user_info_uri" -> TOKEN_REFUSED;
            case "invalid_user_info_response" -> TOKEN_REFUSED;
            case "client_registration_not_found" -> UNKNOWN;
            case "invalid_token_response", "invalid_grant", "invalid_client" -> CODE_REFUSED;
            case "unauthorized_client" -> CODE_REFUSED;
            default -> DENIED;
        };
    }
}
