package io.opslore.connections.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;

/** What is said where the server does not do it; never its own words. */
final class Failures {

    private Failures() {}

    static ConnectionFailed notFound() {
        return new ConnectionFailed(
                Reason.NOT_FOUND,
                "The cluster has nothing of that kind and name there, or does not show it.",
                "List the kind first; check the namespace.");
    }

    static ConnectionFailed of(int status) {
        return switch (status) {
            case 401 ->
                    new ConnectionFailed(
                            Reason.DENIED,
                            "The cluster does not accept the portal's credential.",
                            "An administrator has to renew it on the connection.");
            case 403 ->
                    new ConnectionFailed(
                            Reason.DENIED,
                            "The cluster does not let the portal read that for you.",
                            "Ask within another namespace, or for the right to get and list it.");
            case 404 -> notFound();
            case 410 ->
                    new ConnectionFailed(
                            Reason.UNFIT,
                            "The list has changed too much to go on from that cursor.",
                            "List again without a cursor.");
            case 400, 422 ->
                    new ConnectionFailed(
                            Reason.UNFIT,
                            "The cluster does not understand the selector, or it needs a container's"
                                    + " name, or there is no earlier run of it.",
                            "Check selectors and container; get the pod to see its containers.");
            case 405, 406, 415 ->
                    new ConnectionFailed(
                            Reason.UNSUPPORTED,
                            "The cluster cannot do that for this kind.",
                            "See k8s_apis_list for what can be listed.");
            case 408, 504 -> timeout();
            default ->
                    new ConnectionFailed(
                            Reason.DOWN,
                            "The cluster answers with an error.",
                            "Try again in a minute.");
        };
    }

    static ConnectionFailed timeout() {
        return new ConnectionFailed(
                Reason.TIMEOUT,
                "The cluster did not answer in time.",
                "Ask for less, or try again.");
    }

    static ConnectionFailed down(Throwable cause) {
        return new ConnectionFailed(
                Reason.DOWN,
                "The cluster does not answer.",
                "Check that it is up, and the address on the connection.",
                cause);
    }

    static ConnectionFailed unfit(String sentence, String suggestion) {
        return new ConnectionFailed(Reason.UNFIT, sentence, suggestion);
    }
}
