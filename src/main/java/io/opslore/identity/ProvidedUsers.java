package io.opslore.identity;

import java.util.Objects;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Turns a genuine identity token into somebody with an account here. Thread-safe. */
@Component
class ProvidedUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final ProviderRecords providers;
    private final ProvidedAccounts accounts;

    ProvidedUsers(ProviderRecords providers, ProvidedAccounts accounts, ProviderHttp http) {
        this.providers = providers;
        this.accounts = accounts;
        var rest = new RestTemplate(http.requests());
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(rest);
        claims.setOauth2UserService(userInfo);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = claims.loadUser(request);
        String id = request.getClientRegistration().getRegistrationId();
        Provider provider =
                providers
                        .find(new ProviderId(id))
                        .filter(Provider::enabled)
                        .orElseThrow(() -> ProviderProblem.UNKNOWN.thrown(id));
        Asker asker =
                accounts.welcome(
                        new ProvidedPerson(
                                provider,
                                Objects.requireNonNull(user.getIssuer()).toString(),
                                Objects.requireNonNull(user.getSubject()),
                                user.getClaims()));
        return new ProvidedUser(asker, provider.id(), user.getIdToken());
    }
}
