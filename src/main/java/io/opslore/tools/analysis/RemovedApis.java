package io.opslore.tools.analysis;

import java.util.Map;
import java.util.Optional;

/** Kubernetes API versions that are served no longer, from Kubernetes' deprecation guide. */
final class RemovedApis {

    private static final Map<String, Removed> BY_VERSION_AND_KIND =
            Map.ofEntries(
                    removed("extensions/v1beta1 Deployment", "1.16", "apps/v1"),
                    removed("extensions/v1beta1 DaemonSet", "1.16", "apps/v1"),
                    removed("extensions/v1beta1 ReplicaSet", "1.16", "apps/v1"),
                    removed("extensions/v1beta1 NetworkPolicy", "1.16", "networking.k8s.io/v1"),
                    removed("extensions/v1beta1 PodSecurityPolicy", "1.16", "nothing"),
                    removed("extensions/v1beta1 Ingress", "1.22", "networking.k8s.io/v1"),
                    removed("networking.k8s.io/v1beta1 Ingress", "1.22", "networking.k8s.io/v1"),
                    removed(
                            "networking.k8s.io/v1beta1 IngressClass",
                            "1.22",
                            "networking.k8s.io/v1"),
                    removed("apps/v1beta1 Deployment", "1.16", "apps/v1"),
                    removed("apps/v1beta1 StatefulSet", "1.16", "apps/v1"),
                    removed("apps/v1beta2 Deployment", "1.16", "apps/v1"),
                    removed("apps/v1beta2 StatefulSet", "1.16", "apps/v1"),
                    removed("apps/v1beta2 DaemonSet", "1.16", "apps/v1"),
                    removed("apps/v1beta2 ReplicaSet", "1.16", "apps/v1"),
                    removed(
                            "rbac.authorization.k8s.io/v1beta1 Role",
                            "1.22",
                            "rbac.authorization.k8s.io/v1"),
                    removed(
                            "rbac.authorization.k8s.io/v1beta1 ClusterRole",
                            "1.22",
                            "rbac.authorization.k8s.io/v1"),
                    removed(
                            "rbac.authorization.k8s.io/v1beta1 RoleBinding",
                            "1.22",
                            "rbac.authorization.k8s.io/v1"),
                    removed(
                            "rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding",
                            "1.22",
                            "rbac.authorization.k8s.io/v1"),
                    removed(
                            "apiextensions.k8s.io/v1beta1 CustomResourceDefinition",
                            "1.22",
                            "apiextensions.k8s.io/v1"),
                    removed(
                            "admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration",
                            "1.22",
                            "admissionregistration.k8s.io/v1"),
                    removed(
                            "admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration",
                            "1.22",
                            "admissionregistration.k8s.io/v1"),
                    removed(
                            "apiregistration.k8s.io/v1beta1 APIService",
                            "1.22",
                            "apiregistration.k8s.io/v1"),
                    removed(
                            "certificates.k8s.io/v1beta1 CertificateSigningRequest",
                            "1.22",
                            "certificates.k8s.io/v1"),
                    removed(
                            "scheduling.k8s.io/v1beta1 PriorityClass",
                            "1.22",
                            "scheduling.k8s.io/v1"),
                    removed("storage.k8s.io/v1beta1 StorageClass", "1.22", "storage.k8s.io/v1"),
                    removed("storage.k8s.io/v1beta1 CSIDriver", "1.22", "storage.k8s.io/v1"),
                    removed("batch/v1beta1 CronJob", "1.25", "batch/v1"),
                    removed("batch/v2alpha1 CronJob", "1.21", "batch/v1"),
                    removed("policy/v1beta1 PodDisruptionBudget", "1.25", "policy/v1"),
                    removed("policy/v1beta1 PodSecurityPolicy", "1.25", "nothing"),
                    removed(
                            "discovery.k8s.io/v1beta1 EndpointSlice",
                            "1.25",
                            "discovery.k8s.io/v1"),
                    removed("events.k8s.io/v1beta1 Event", "1.25", "events.k8s.io/v1"),
                    removed("node.k8s.io/v1beta1 RuntimeClass", "1.25", "node.k8s.io/v1"),
                    removed(
                            "autoscaling/v2beta1 HorizontalPodAutoscaler",
                            "1.25",
                            "autoscaling/v2"),
                    removed(
                            "autoscaling/v2beta2 HorizontalPodAutoscaler",
                            "1.26",
                            "autoscaling/v2"),
                    removed(
                            "flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema",
                            "1.26",
                            "flowcontrol.apiserver.k8s.io/v1"),
                    removed(
                            "flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema",
                            "1.29",
                            "flowcontrol.apiserver.k8s.io/v1"),
                    removed(
                            "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema",
                            "1.32",
                            "flowcontrol.apiserver.k8s.io/v1"),
                    removed(
                            "storage.k8s.io/v1beta1 CSIStorageCapacity",
                            "1.27",
                            "storage.k8s.io/v1"));

    private RemovedApis() {}

    static Optional<Removed> of(String apiVersion, String kind) {
        return Optional.ofNullable(BY_VERSION_AND_KIND.get(apiVersion + " " + kind));
    }

    private static Map.Entry<String, Removed> removed(String api, String in, String instead) {
        return Map.entry(api, new Removed(in, instead));
    }

    /**
     * @param in the version that serves it no longer
     * @param instead what does what it did
     */
    record Removed(String in, String instead) {}
}
