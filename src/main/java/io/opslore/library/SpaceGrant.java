package io.opslore.library;

import io.opslore.identity.Grantee;
import io.opslore.identity.Role;

/** That everybody who is the grantee may do in one space what the role permits. */
public record SpaceGrant(Grantee grantee, Role role) {}
