package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pod and what is wrong with it, if anything is. */
record SickPod(ClusterObject pod, Cause cause, List<ContainerState> containers) {

    static List<SickPod> worstFirst(List<ClusterObject> pods, List<EventGroup> events) {
        return pods.stream()
                .map(pod -> of(pod, events))
                .sorted(
                        Comparator.comparing(SickPod::isIll)
                                .thenComparing(SickPod::restarts)
                                .reversed())
                .toList();
    }

    private static SickPod of(ClusterObject pod, List<EventGroup> events) {
        String name = "Pod/" + pod.name();
        List<EventGroup> own = events.stream().filter(one -> one.object().equals(name)).toList();
        return new SickPod(pod, PodCause.of(pod, own), ContainerState.of(pod));
    }

    boolean isIll() {
        return cause.isTrouble();
    }

    private long restarts() {
        return containers.stream().mapToLong(ContainerState::restarts).sum();
    }

    /** The container that has something to say about it. */
    Optional<ContainerState> atFault() {
        return containers.stream()
                .filter(one -> cause.container().isEmpty() || one.name().equals(cause.container()))
                .filter(one -> one.isRunning() || one.ended().isPresent())
                .findFirst();
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", "pod");
        fields.put("name", pod.name());
        fields.put("phase", pod.text("status.phase"));
        fields.put("node", pod.text("spec.nodeName"));
        fields.put("cause", cause.name());
        fields.put("sentence", Cut.end(cause.sentence(), 800));
        fields.put("containers", containers.stream().limit(6).map(ContainerState::fields).toList());
        return fields;
    }
}
