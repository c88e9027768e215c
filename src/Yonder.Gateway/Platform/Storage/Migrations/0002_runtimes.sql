-- Exactly one of spec (what the driver makes it from) and address (where it is, when it exists on its own) is set.
CREATE TABLE runtimes (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    driver TEXT NOT NULL,
    spec TEXT,
    address TEXT,
    attributes TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT,
    reason TEXT,
    engine_id TEXT,
    host_address TEXT,
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    last_used_at BIGINT NOT NULL,
    UNIQUE (owner_id, name)
);
