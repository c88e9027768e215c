CREATE TABLE terminal_shares (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    runtime_id TEXT NOT NULL,
    runtime_name TEXT NOT NULL,
    session_name TEXT NOT NULL,
    mode TEXT NOT NULL,
    max_users BIGINT NOT NULL,
    allow_anonymous BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT
);

-- A code is free again once its sharing has ended, so only the living must differ.
CREATE INDEX terminal_shares_by_code ON terminal_shares (code, ended_at);
CREATE INDEX terminal_shares_by_owner ON terminal_shares (owner_id, created_at);
