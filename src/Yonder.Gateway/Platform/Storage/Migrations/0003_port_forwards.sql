CREATE TABLE port_forwards (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    runtime_id TEXT NOT NULL,
    name TEXT NOT NULL,
    container_port BIGINT NOT NULL,
    local_port BIGINT NOT NULL,
    is_public BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX port_forwards_by_runtime ON port_forwards (runtime_id);
