package io.opslore.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A realm of the {@link TestingKeycloak}: Alice reads, Bob is an admin. */
public final class TestingRealm {

    /** The portal's, as the realm knows it. */
    public static final String CLIENT_ID = "opslore";

    public static final String CLIENT_SECRET = "secret-of-the-client";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestingKeycloak keycloak;
    private final String address;
    private final String name;

    TestingRealm(TestingKeycloak keycloak, String address, String name) {
        this.keycloak = keycloak;
        this.address = address;
        this.name = name;
    }

    public String issuer() {
        return address + "/realms/" + name;
    }

    public static String password(String username) {
        return "password of " + username;
    }

    /** The same realm by another of its names, and so another issuer with the same keys. */
    public TestingRealm byOtherName() {
        return new TestingRealm(keycloak, address.replace("127.0.0.1", "localhost"), name);
    }

    /** An identity token as somebody gets it who signs in now, without a browser. */
    public String identityToken(String username) {
        Map<String, String> form =
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        CLIENT_ID,
                        "client_secret",
                        CLIENT_SECRET,
                        "scope",
                        "openid profile email",
                        "username",
                        username,
                        "password",
                        password(username));
        return JSON.readTree(post(issuer() + "/protocol/openid-connect/token", form))
                .get("id_token")
                .asString();
    }

    public void enable(String username, boolean enabled) {
        admin("PUT", "/users/" + id(username), JSON.writeValueAsString(Map.of("enabled", enabled)));
    }

    public void giveRole(String username, String role) {
        admin("POST", "/users/" + id(username) + "/role-mappings/realm", roles(role));
    }

    public void takeRole(String username, String role) {
        admin("DELETE", "/users/" + id(username) + "/role-mappings/realm", roles(role));
    }

    public void joinGroup(String username, String group) {
        admin("PUT", "/users/" + id(username) + "/groups/" + groupId(group), "");
    }

    public void leaveGroup(String username, String group) {
        admin("DELETE", "/users/" + id(username) + "/groups/" + groupId(group), "");
    }

    /** What the realm holds of the portal as its client. */
    public JsonNode client() {
        return JSON.readTree(admin("GET", "/clients?clientId=" + CLIENT_ID, "")).get(0);
    }

    /** Tells the realm that the portal is somewhere else than it was. */
    public void movePortal(String from, String to) {
        JsonNode client = client();
        admin(
                "PUT",
                "/clients/" + client.get("id").asString(),
                client.toString().replace(from, to));
    }

    /** Somebody new, with the usual password. */
    public void addUser(String username) {
        admin(
                "POST",
                "/users",
                JSON.writeValueAsString(
                        Map.of(
                                "username",
                                username,
                                "enabled",
                                true,
                                "email",
                                username + "@example.org",
                                "emailVerified",
                                true,
                                "firstName",
                                username,
                                "lastName",
                                "Tester",
                                "credentials",
                                List.of(
                                        Map.of(
                                                "type",
                                                "password",
                                                "value",
                                                password(username),
                                                "temporary",
                                                false)))));
    }

    /** Ends all of somebody's sessions there, which the realm tells the portal. */
    public void signOut(String username) {
        admin("POST", "/users/" + id(username) + "/logout", "");
    }

    void importFor(String portal, String key) {
        try (InputStream template =
                TestingRealm.class.getResourceAsStream("/keycloak/realm.json")) {
            String json =
                    new String(template.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("@REALM@", name)
                            .replace("@PORTAL@", portal)
                            .replace("@KEY@", key);
            send("POST", address + "/admin/realms", "application/json", json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String id(String username) {
        return JSON.readTree(admin("GET", "/users?exact=true&username=" + username, ""))
                .get(0)
                .get("id")
                .asString();
    }

    private String groupId(String group) {
        return JSON.readTree(admin("GET", "/groups?exact=true&search=" + group, ""))
                .get(0)
                .get("id")
                .asString();
    }

    private String roles(String role) {
        return "[" + admin("GET", "/roles/" + role, "") + "]";
    }

    private String admin(String method, String path, String body) {
        return send(method, address + "/admin/realms/" + name + path, "application/json", body);
    }

    private String send(String method, String url, String type, String body) {
        return answer(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + adminToken())
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private String adminToken() {
        Map<String, String> form =
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", "admin");
        String answer = post(address + "/realms/master/protocol/openid-connect/token", form);
        return JSON.readTree(answer).get("access_token").asString();
    }

    private String post(String url, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(entry ->
                                entry.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return answer(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private String answer(HttpRequest request) {
        HttpResponse<String> response = keycloak.send(request);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.method()
                            + " "
                            + request.uri()
                            + ": "
                            + response.statusCode()
                            + " "
                            + response.body());
        }
        return response.body();
    }
}
