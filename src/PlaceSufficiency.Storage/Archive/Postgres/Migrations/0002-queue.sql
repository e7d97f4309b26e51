-- What the workers of a queued batch write beside the job engine's own tables.

ALTER TABLE batch ADD COLUMN cancelled boolean NOT NULL DEFAULT false;

-- Written before a run is tried, so that a run that ends its process is not tried for ever.
CREATE TABLE attempt (
    attempt_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id      text NOT NULL,
    worker      text NOT NULL,
    started     timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX attempt_by_run ON attempt (run_id);

-- A run that came to nothing and is not tried again.
CREATE TABLE failure (
    run_id text PRIMARY KEY,
    words  text NOT NULL
);

-- Which workers are there, by the database's own clock.
CREATE TABLE worker (
    worker  text PRIMARY KEY,
    version text NOT NULL,
    words   text NOT NULL DEFAULT '',
    seen    timestamptz NOT NULL DEFAULT clock_timestamp()
);
