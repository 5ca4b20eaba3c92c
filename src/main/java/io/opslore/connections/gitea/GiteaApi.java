package io.opslore.connections.gitea;

import java.io.InputStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.JsonNode;

/** What is asked of the server; there is nothing but GET. Pages count from 1. */
@HttpExchange("api/v1")
interface GiteaApi {

    @GetExchange("/version")
    JsonNode version();

    @GetExchange("/repos/search?sort=alpha&order=asc")
    JsonNode repositories(
            @RequestParam("q") String words,
            @RequestParam("page") int page,
            @RequestParam("limit") int limit);

    @GetExchange("/repos/{owner}/{name}")
    JsonNode repository(@PathVariable String owner, @PathVariable String name);

    @GetExchange("/repos/{owner}/{name}/pulls?sort=recentupdate")
    JsonNode pulls(
            @PathVariable String owner,
            @PathVariable String name,
            @RequestParam("state") String state,
            @RequestParam("page") int page,
            @RequestParam("limit") int limit);

    @GetExchange("/repos/{owner}/{name}/pulls/{number}")
    JsonNode pull(@PathVariable String owner, @PathVariable String name, @PathVariable int number);

    @GetExchange("/repos/{owner}/{name}/pulls/{number}/reviews?limit=50")
    JsonNode reviews(
            @PathVariable String owner, @PathVariable String name, @PathVariable int number);

    @GetExchange("/repos/{owner}/{name}/issues?type=issues")
    JsonNode issues(
            @PathVariable String owner,
            @PathVariable String name,
            @RequestParam("state") String state,
            @RequestParam("q") String words,
            @RequestParam("page") int page,
            @RequestParam("limit") int limit);

    @GetExchange("/repos/{owner}/{name}/issues/{number}/comments")
    JsonNode comments(
            @PathVariable String owner, @PathVariable String name, @PathVariable int number);

    /** Newer servers. */
    @GetExchange("/repos/{owner}/{name}/actions/runs")
    JsonNode runs(
            @PathVariable String owner,
            @PathVariable String name,
            @RequestParam("page") int page,
            @RequestParam("limit") int limit);

    /** Older servers. */
    @GetExchange("/repos/{owner}/{name}/actions/tasks")
    JsonNode tasks(
            @PathVariable String owner,
            @PathVariable String name,
            @RequestParam("page") int page,
            @RequestParam("limit") int limit);

    @GetExchange("/repos/{owner}/{name}/actions/runs/{run}/jobs?limit=50")
    JsonNode jobs(@PathVariable String owner, @PathVariable String name, @PathVariable long run);

    @GetExchange("/repos/{owner}/{name}/actions/jobs/{job}/logs")
    ResponseEntity<InputStream> log(
            @PathVariable String owner, @PathVariable String name, @PathVariable long job);
}
