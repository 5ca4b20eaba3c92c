package io.opslore.connections.kubernetes;

import java.util.List;
import java.util.Optional;

/** Kinds that every cluster has, so that nobody has to ask for them. */
final class KnownKinds {

    private static final List<ApiKind> ALL =
            """
            v1 Pod pods pod,po
            v1 Service services service,svc
            v1 ConfigMap configmaps configmap,cm
            v1 Secret secrets secret
            v1 Event events event,ev
            v1 Endpoints endpoints ep
            v1 PersistentVolumeClaim persistentvolumeclaims persistentvolumeclaim,pvc
            v1 ServiceAccount serviceaccounts serviceaccount,sa
            v1 ReplicationController replicationcontrollers rc
            v1 ResourceQuota resourcequotas resourcequota,quota
            v1 LimitRange limitranges limitrange,limits
            v1 Namespace namespaces namespace,ns -
            v1 Node nodes node,no -
            v1 PersistentVolume persistentvolumes persistentvolume,pv -
            apps/v1 Deployment deployments deployment,deploy
            apps/v1 ReplicaSet replicasets replicaset,rs
            apps/v1 StatefulSet statefulsets statefulset,sts
            apps/v1 DaemonSet daemonsets daemonset,ds
            apps/v1 ControllerRevision controllerrevisions controllerrevision
            batch/v1 Job jobs job
            batch/v1 CronJob cronjobs cronjob,cj
            networking.k8s.io/v1 Ingress ingresses ingress,ing
            networking.k8s.io/v1 NetworkPolicy networkpolicies networkpolicy,netpol
            discovery.k8s.io/v1 EndpointSlice endpointslices endpointslice
            autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers hpa
            policy/v1 PodDisruptionBudget poddisruptionbudgets pdb
            rbac.authorization.k8s.io/v1 Role roles role
            rbac.authorization.k8s.io/v1 RoleBinding rolebindings rolebinding
            rbac.authorization.k8s.io/v1 ClusterRole clusterroles clusterrole -
            rbac.authorization.k8s.io/v1 ClusterRoleBinding clusterrolebindings clusterrolebinding -
            storage.k8s.io/v1 StorageClass storageclasses storageclass,sc -
            """
                    .lines()
                    .map(KnownKinds::kind)
                    .toList();

    private KnownKinds() {}

    static Optional<ApiKind> named(String written) {
        return ALL.stream().filter(one -> one.isCalled(written)).findFirst();
    }

    private static ApiKind kind(String line) {
        String[] parts = line.split(" ");
        int slash = parts[0].indexOf('/');
        return new ApiKind(
                slash < 0 ? "" : parts[0].substring(0, slash),
                parts[0].substring(slash + 1),
                parts[1],
                parts[2],
                parts.length < 5,
                List.of(parts[3].split(",")));
    }
}
