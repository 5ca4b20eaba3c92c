package io.opslore.tools.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ManifestsTests {

    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    private static final String GOOD =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: api
            spec:
              template:
                spec:
                  securityContext:
                    runAsNonRoot: true
                  containers:
                    - name: api
                      image: registry.example.org/api:1.2%s
                      readinessProbe: {httpGet: {path: /ready, port: 80}}
                      livenessProbe: {httpGet: {path: /live, port: 80}}
                      resources:
                        requests: {cpu: 100m, memory: 64Mi}
                        limits: {memory: 128Mi}
            """
                    .formatted(DIGEST);

    @Test
    void aGoodManifestHasNoFindings() {
        Analysis analysis = look("deploy/api.yaml", GOOD);

        assertThat(analysis.type()).isEqualTo(Manifests.Type.K8S);
        assertThat(analysis.contents()).containsExactly("Deployment/api");
        assertThat(analysis.findings()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithAPodAndWhere() {
        assertThat(
                        found(
                                "api.yaml",
                                """
                                apiVersion: apps/v1
                                kind: Deployment
                                metadata: {name: api}
                                spec:
                                  template:
                                    spec:
                                      hostNetwork: true
                                      volumes:
                                        - name: sock
                                          hostPath: {path: /var/run/docker.sock}
                                        - name: logs
                                          hostPath:
                                            path: /var/log
                                      containers:
                                        - name: api
                                          image: api
                                          securityContext:
                                            privileged: true
                                            runAsUser: 0
                                            capabilities: {add: [SYS_ADMIN, CHOWN]}
                                      initContainers:
                                        - name: init
                                          image: init:1
                                          securityContext: {runAsNonRoot: true}
                                """))
                .containsExactlyInAnyOrder(
                        "WARNING k8s-host-namespace 7",
                        "ERROR k8s-runtime-socket 10",
                        "WARNING k8s-host-path 13",
                        "WARNING k8s-image-latest 16",
                        "ERROR k8s-privileged 18",
                        "WARNING k8s-root 19",
                        "WARNING k8s-capability 20",
                        "WARNING k8s-no-limits 15",
                        "WARNING k8s-no-requests 15",
                        "WARNING k8s-no-readiness 15",
                        "INFO k8s-no-liveness 15",
                        "INFO k8s-image-no-digest 23");
    }

    @Test
    void namesTheVersionThatRemovesAnApi() {
        Analysis analysis =
                look(
                        "old.yaml",
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: api}
                        ---
                        apiVersion: networking.k8s.io/v1beta1
                        kind: Ingress
                        metadata: {name: web}
                        ---
                        apiVersion: v1
                        kind: List
                        items:
                          - apiVersion: batch/v1beta1
                            kind: CronJob
                            metadata: {name: night}
                        """);

        assertThat(analysis.contents())
                .containsExactly("Service/api", "Ingress/web", "CronJob/night");
        assertThat(analysis.findings())
                .extracting(one -> one.line() + " " + one.message() + " " + one.advice())
                .containsExactly(
                        "5 Ingress of networking.k8s.io/v1beta1 is not served since Kubernetes 1.22"
                                + " Use networking.k8s.io/v1; its fields may differ.",
                        "12 CronJob of batch/v1beta1 is not served since Kubernetes 1.25"
                                + " Use batch/v1; its fields may differ.");
    }

    @Test
    void aSecretWithValuesIsNotForGit() {
        String secret =
                "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\ndata:\n  password: %s\n";

        assertThat(found("s.yaml", secret.formatted("aHVudGVy")))
                .containsExactly("ERROR k8s-secret-in-git 1");
        assertThat(found("s.yaml", secret.formatted("\"\""))).isEmpty();
        assertThat(found("templates/s.yaml", secret.formatted("{{ .Values.p | b64enc }}")))
                .isEmpty();
        assertThat(
                        found(
                                "role.yaml",
                                """
                                apiVersion: rbac.authorization.k8s.io/v1
                                kind: ClusterRole
                                metadata: {name: all}
                                rules:
                                  - apiGroups: ["*"]
                                    resources: ["*"]
                                    verbs: ["*"]
                                """))
                .containsExactly("WARNING k8s-rbac-everything 5");
    }

    @Test
    void looksAtHelmTemplatesWithoutRenderingThem() {
        assertThat(
                        found(
                                "charts/api/templates/deployment.yaml",
                                """
                                {{- /* A comment: with a colon
                                  image: nothing */}}
                                apiVersion: apps/v1
                                kind: Deployment
                                metadata:
                                  name: {{ include "api.name" . }}
                                  labels:
                                    {{- include "api.labels" . | nindent 4 }}
                                spec:
                                  {{- if not .Values.autoscaling.enabled }}
                                  replicas: {{ .Values.replicas }}
                                  {{- end }}
                                  template:
                                    spec:
                                      securityContext:
                                        {{- toYaml .Values.podSecurityContext | nindent 8 }}
                                      containers:
                                        - name: api
                                          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
                                          securityContext:
                                            privileged: true
                                          readinessProbe:
                                            {{- toYaml .Values.probe | nindent 12 }}
                                          resources:
                                            {{- toYaml .Values.resources | nindent 12 }}
                                        - name: side
                                          image: busybox
                                          {{- with .Values.side }}
                                          resources: {limits: {memory: 8Mi}, requests: {cpu: 1m}}
                                          {{- end }}
                                          readinessProbe: {exec: {command: ["true"]}}
                                          livenessProbe: {exec: {command: ["true"]}}
                                """))
                .containsExactlyInAnyOrder(
                        "ERROR k8s-privileged 21",
                        "INFO k8s-no-liveness 18",
                        "WARNING k8s-image-latest 27");
    }

    @Test
    void looksAtChartsAndValues() {
        Analysis chart =
                look(
                        "charts/api/Chart.yaml",
                        """
                        apiVersion: v1
                        name: api
                        version: 1.2.3
                        dependencies:
                          - name: postgresql
                            version: "~12"
                          - name: redis
                            version: 18.1.0
                        """);
        assertThat(chart.contents())
                .containsExactly("chart api 1.2.3", "needs postgresql", "needs redis");
        assertThat(told(chart))
                .containsExactly("INFO helm-chart-v1 1", "WARNING helm-dependency-floats 5");
        assertThat(
                        found(
                                "charts/api/values-prod.yaml",
                                """
                                image:
                                  repository: api
                                  tag: latest
                                sidecar:
                                  image: busybox
                                other:
                                  image: nginx
                                  tag: "1.2"
                                securityContext:
                                  privileged: true
                                """))
                .containsExactly(
                        "WARNING helm-image-latest 3",
                        "WARNING helm-image-latest 5",
                        "WARNING helm-mighty-default 10");
    }

    @Test
    void looksAtComposeFiles() {
        assertThat(
                        found(
                                "docker-compose.prod.yml",
                                """
                                version: "3.8"
                                x-common: &common
                                  healthcheck: {test: ["CMD", "true"]}
                                  mem_limit: 64m
                                services:
                                  web:
                                    <<: *common
                                    image: nginx:1.27
                                    volumes:
                                      - /var/run/docker.sock:/var/run/docker.sock:ro
                                  job:
                                    image: ${IMAGE}
                                    privileged: true
                                    network_mode: host
                                """))
                .containsExactlyInAnyOrder(
                        "INFO compose-version 1",
                        "INFO compose-image-no-digest 8",
                        "ERROR compose-docker-socket 10",
                        "ERROR compose-privileged 13",
                        "WARNING compose-host-network 14",
                        "INFO compose-no-limits 12",
                        "INFO compose-no-healthcheck 12");
    }

    @Test
    void looksAtDockerfiles() {
        assertThat(
                        found(
                                "build/Dockerfile.api",
                                """
                                FROM maven AS build
                                RUN curl -fsSL https://example.org/install.sh | sh
                                FROM build AS test
                                FROM --platform=linux/amd64 eclipse-temurin:25
                                ADD https://example.org/app.jar /app.jar
                                RUN curl -k https://example.org
                                # curl -k https://example.org
                                USER root
                                """))
                .containsExactly(
                        "WARNING docker-image-latest 1",
                        "WARNING docker-pipe-to-shell 2",
                        "INFO docker-image-no-digest 4",
                        "WARNING docker-add-url 5",
                        "WARNING docker-no-tls-check 6",
                        "WARNING docker-root 8");
        assertThat(found("Dockerfile", "FROM scratch\nUSER 1000\n")).isEmpty();
    }

    @Test
    void looksAtWorkflows() {
        Analysis analysis =
                look(
                        ".gitea/workflows/ci.yaml",
                        """
                        on: [pull_request_target]
                        jobs:
                          build:
                            container: node:latest
                            steps:
                              - uses: actions/checkout@v4
                                with:
                                  ref: ${{ github.event.pull_request.head.sha }}
                              - uses: someone/action@main
                              - uses: pinned/action@0123456789012345678901234567890123456789
                              - run: |
                                  echo "${{ github.event.issue.title }}"
                              - run: echo "${{ github.sha }}"
                        """);

        assertThat(analysis.contents()).containsExactly("job build");
        assertThat(told(analysis))
                .containsExactlyInAnyOrder(
                        "WARNING actions-pull-request-target 1",
                        "INFO actions-no-permissions 1",
                        "WARNING actions-image-latest 4",
                        "INFO actions-no-timeout 4",
                        "INFO actions-tag 6",
                        "ERROR actions-foreign-code 6",
                        "WARNING actions-unpinned 9",
                        "ERROR actions-injection 11");
    }

    @Test
    void looksAtJenkinsfiles() {
        Analysis analysis =
                look(
                        "Jenkinsfile",
                        """
                        @Library('shared') _
                        pipeline {
                          agent { docker { image 'maven:latest' } }
                          stages {
                            stage('Build') {
                              steps {
                                sh "curl -H 'x: ${API_TOKEN}' https://example.org"
                                sh 'curl -H "x: $API_TOKEN" https://example.org'
                                // sh "echo ${DB_PASSWORD}"
                              }
                            }
                          }
                        }
                        """);

        assertThat(analysis.contents()).containsExactly("stage Build");
        assertThat(told(analysis))
                .containsExactly(
                        "WARNING jenkins-library-floats 1",
                        "WARNING jenkins-image-latest 3",
                        "ERROR jenkins-secret-interpolated 7",
                        "INFO jenkins-no-timeout 2");
    }

    @Test
    void looksAtTerraform() {
        Analysis analysis =
                look(
                        "main.tf",
                        """
                        module "vpc" {
                          source = "terraform-aws-modules/vpc/aws"
                        }
                        module "own" {
                          source = "git::https://example.org/own.git?ref=v1"
                        }
                        variable "db_password" {
                          type = string
                        }
                        variable "api_token" {
                          sensitive = true
                        }
                        resource "aws_security_group" "web" {
                          ingress {
                            cidr_blocks = ["0.0.0.0/0"]
                          }
                          egress {
                            cidr_blocks = ["0.0.0.0/0"]
                          }
                        }
                        resource "aws_db_instance" "db" {
                          publicly_accessible = true
                          storage_encrypted   = false
                          # insecure = true
                        }
                        """);

        assertThat(analysis.contents())
                .contains("module vpc", "resource aws_security_group.web", "variable api_token");
        assertThat(told(analysis))
                .containsExactly(
                        "WARNING terraform-module-floats 1",
                        "WARNING terraform-not-sensitive 7",
                        "WARNING terraform-open-to-all 15",
                        "ERROR terraform-public 22",
                        "WARNING terraform-unencrypted 23");
    }

    @Test
    void leavesAloneWhatIsNoManifest() {
        assertThat(Manifests.analyze("README.md", "image: latest")).isEmpty();
        assertThat(Manifests.analyze("mkdocs.yml", "site_name: x\n")).isEmpty();
        assertThat(found("broken.yaml", "apiVersion: v1\nkind: Pod\n  bad: [\n"))
                .containsExactly("WARNING yaml-broken 3");
    }

    @Test
    void whatStrangersWroteCostsLittle() {
        String head = "apiVersion: v1\nkind: Pod\nx: ";
        var bomb = new StringBuilder("apiVersion: v1\nkind: List\na0: &a0 [x]\n");
        for (int level = 1; level < 60; level++) {
            bomb.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(level, level, ("*a" + (level - 1) + ",").repeat(20)));
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    found("deep.yaml", head + "[".repeat(100_000));
                    found("bomb.yaml", bomb + "items: *a59\n");
                    found("tag.yaml", head + "!!javax.script.ScriptEngineManager [1]\n");
                    found("Dockerfile", "RUN " + "curl ".repeat(80_000));
                    found("Jenkinsfile", "sh \"".repeat(80_000) + "$");
                    found("a.tf", "ingress egress ".repeat(20_000));
                    found("templates/x.yaml", "{{ ".repeat(100_000));
                });
    }

    private static Analysis look(String path, String text) {
        return Manifests.analyze(path, text).orElseThrow();
    }

    private static List<String> found(String path, String text) {
        Optional<Analysis> analysis = Manifests.analyze(path, text);
        return analysis.map(ManifestsTests::told).orElse(List.of());
    }

    private static List<String> told(Analysis analysis) {
        return analysis.findings().stream()
                .map(one -> one.severity() + " " + one.rule() + " " + one.line())
                .toList();
    }
}
