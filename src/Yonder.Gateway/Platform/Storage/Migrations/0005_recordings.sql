-- state: recording, done. A row that still says recording when the gateway starts was cut off: its file is mended and kept.
CREATE TABLE recordings (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    runtime_id TEXT NOT NULL,
    runtime_name TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    share_token TEXT NOT NULL UNIQUE,
    is_public BIGINT NOT NULL,
    duration_micros BIGINT NOT NULL,
    events_count BIGINT NOT NULL,
    size_bytes BIGINT NOT NULL,
    ended_by TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);

CREATE INDEX recordings_by_user ON recordings (user_id, created_at);
CREATE INDEX recordings_by_time ON recordings (created_at);
