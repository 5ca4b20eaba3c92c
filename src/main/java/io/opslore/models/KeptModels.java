package io.opslore.models;

import io.opslore.identity.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which models are kept for which roles, in PostgreSQL. Thread-safe. */
@Repository
class KeptModels {

    private final JdbcClient jdbc;

    KeptModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their canonical names; what is not among them is for all. */
    Map<String, Set<Role>> all() {
        Map<String, Set<Role>> kept = new TreeMap<>();
        jdbc.sql("select model, role from kept_model left join kept_model_role using (model)")
                .query(row -> {
                    Set<Role> roles =
                            kept.computeIfAbsent(row.getString("model"), name -> new HashSet<>());
                    Optional.ofNullable(row.getString("role")).map(Role::new).ifPresent(roles::add);
                });
        return kept;
    }

    /** All roles that there are. */
    List<Role> roles() {
        return jdbc.sql("select key from role order by not built_in, key")
                .query((row, number) -> new Role(row.getString("key")))
                .list();
    }

    /** Empty where it is for all. */
    Optional<Set<Role>> of(String model) {
        return Optional.ofNullable(all().get(ModelName.canonical(model)));
    }

    /** Keeps the model for these roles alone. */
    void keep(String model, Set<Role> roles) {
        open(model);
        String name = ModelName.canonical(model);
        jdbc.sql("insert into kept_model (model) values (?)").param(name).update();
        roles.forEach(role ->
                jdbc.sql("insert into kept_model_role (model, role) values (?, ?)")
                        .params(List.of(name, role.key()))
                        .update());
    }

    /** From now on for all. */
    void open(String model) {
        jdbc.sql("delete from kept_model where model = ?")
                .param(ModelName.canonical(model))
                .update();
    }
}
