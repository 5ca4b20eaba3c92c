-- Prepared questions. Those that come with the portal have neither title nor prompt of their own until somebody edits
-- them: they are asked in the reader's language. Calls are made in any case, before a model is asked what else to look up.
create table quick_task (
    key text primary key,
    place int not null,
    shipped boolean not null,
    enabled boolean not null default true,
    title text,
    prompt text,
    task text,
    tools jsonb not null,
    calls jsonb not null
);

insert into quick_task (key, place, shipped, task, tools, calls) values
('pod-failing', 1, true, 'logs', '["k8s_workload_diagnose", "k8s_pod_logs", "k8s_events_list"]',
    '[{"tool": "k8s_workload_diagnose", "arguments": {"source": "{source}", "kind": "pod", "name": "{pod}", "namespace": "{namespace}"}}]'),
('namespace-analyse', 2, true, 'logs', '["k8s_resources_list", "k8s_events_list", "k8s_workload_diagnose"]',
    '[{"tool": "k8s_resources_list", "arguments": {"source": "{source}", "kind": "pods", "namespace": "{namespace}"}},
      {"tool": "k8s_events_list", "arguments": {"source": "{source}", "namespace": "{namespace}"}}]'),
('logs-summarise', 3, true, 'logs', '["logs_patterns_get", "logs_lines_query"]',
    '[{"tool": "logs_patterns_get", "arguments": {"source": "{source}", "query": "{selector}", "filter": "{filter}", "since": "{since}"}}]'),
('diff-review', 4, true, 'code', '["git_diff_get", "git_file_read", "git_log_list"]',
    '[{"tool": "git_diff_get", "arguments": {"source": "{source}", "repo": "{repo}", "base": "{base}", "head": "{head}"}}]'),
('manifests-analyse', 5, true, 'code', '["git_manifests_analyze", "git_file_read"]',
    '[{"tool": "git_manifests_analyze", "arguments": {"source": "{source}", "repo": "{repo}", "path": "{path}"}}]'),
('stack-drift', 6, true, 'code', '["swarm_compose_diff", "swarm_compose_get"]',
    '[{"tool": "swarm_compose_diff", "arguments": {"source": "{source}", "stack": "{stack}", "document": "{document}"}}]'),
('script-write', 7, true, 'code', '[]', '[]');
