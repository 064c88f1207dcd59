-- Assets that failed with several partners: what is left of their rows is held until a person has looked.

CREATE TABLE asset_failure (                  -- attempts that ended in a failure that may lie in an asset
  run_id VARCHAR(100) NOT NULL,
  row_no BIGINT NOT NULL,
  attempt BIGINT NOT NULL,
  character_sha256 VARCHAR(64) NOT NULL,
  performance_sha256 VARCHAR(64) NOT NULL,
  PRIMARY KEY (run_id, row_no, attempt),
  FOREIGN KEY (run_id, row_no) REFERENCES run_row (run_id, row_no)
);
CREATE INDEX asset_failure_by_character ON asset_failure (run_id, character_sha256, performance_sha256);
CREATE INDEX asset_failure_by_performance ON asset_failure (run_id, performance_sha256, character_sha256);

CREATE TABLE quarantine (
  run_id VARCHAR(100) NOT NULL REFERENCES run (id),
  role VARCHAR(11) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  ref VARCHAR(2000) NOT NULL,                 -- as the manifest calls it in a row that failed
  partners BIGINT NOT NULL,                   -- different ones that it failed with
  failure VARCHAR(10) NOT NULL,
  message VARCHAR(4000),                      -- what the service said of that row
  held_at TIMESTAMP(3) WITH TIME ZONE,        -- when all its rows were held; null while that goes on
  released_at TIMESTAMP(3) WITH TIME ZONE,    -- by a person, for the rest of the run
  PRIMARY KEY (run_id, role, sha256)
);

CREATE INDEX asset_ref_by_bytes ON asset_ref (run_id, role, sha256);
