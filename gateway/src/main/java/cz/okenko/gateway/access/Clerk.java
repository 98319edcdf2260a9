package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Role;
import java.util.List;

/// A person who may use the console. `agendas` are the agendas' ids; an inactive clerk cannot sign in.
public record Clerk(
    ClerkId id, String signIn, String name, Role role, List<String> agendas, boolean active)
    implements Caller {
  public Clerk {
    agendas = List.copyOf(agendas);
  }

  @Override
  public boolean may(Right right) {
    return Right.of(role).contains(right);
  }
}
