package io.konsens.platform.http;

import java.io.IOException;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** One access token for all calls, fetched again when it has run out or was refused. */
public class AccessTokens {

    private static final String PRINCIPAL = "konsens";

    private final String registrationId;
    private final OAuth2AuthorizedClientService clients;
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;

    public AccessTokens(ClientRegistration registration, OAuth2AuthorizedClientProvider provider) {
        InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        this.registrationId = registration.getRegistrationId();
        this.clients = new InMemoryOAuth2AuthorizedClientService(registrations);
        this.manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        this.manager.setAuthorizedClientProvider(provider);
    }

    /** @throws IOException if there is none to be had; an administrator may have to mend the settings */
    public String token() throws IOException {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(registrationId)
                .principal(PRINCIPAL)
                .build();
        try {
            OAuth2AuthorizedClient client = manager.authorize(request);
            if (client == null) {
                throw new IOException("No token: the settings allow no way to get one");
            }
            return client.getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException | RestClientException | HttpMessageConversionException e) {
            throw new IOException("No token: " + e.getMessage(), e);
        }
    }

    /** Forgets a token that was refused, unless somebody has fetched a new one meanwhile. */
    public void drop(String token) {
        OAuth2AuthorizedClient client = clients.loadAuthorizedClient(registrationId, PRINCIPAL);
        if (client != null && client.getAccessToken().getTokenValue().equals(token)) {
            clients.removeAuthorizedClient(registrationId, PRINCIPAL);
        }
    }
}
