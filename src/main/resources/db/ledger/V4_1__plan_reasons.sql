-- Why the plan decides as it does, and what it compares a row with.

ALTER TABLE run ADD COLUMN provider VARCHAR(60);        -- what rendered it, to name what changed since
ALTER TABLE run ADD COLUMN origin VARCHAR(500);
ALTER TABLE run ADD COLUMN model VARCHAR(500);

ALTER TABLE run_row ADD COLUMN planned_reason VARCHAR(4000);
ALTER TABLE run_row ADD COLUMN anew VARCHAR(6);         -- who wants no earlier render: COLUMN or FORCE
ALTER TABLE run_row ADD COLUMN job VARCHAR(60);
ALTER TABLE run_row ADD COLUMN pair VARCHAR(401);       -- ends of both references: short enough for an index
ALTER TABLE run_row ADD COLUMN delivered_at TIMESTAMP(3) WITH TIME ZONE;

UPDATE run_row SET
  job = (SELECT r.job FROM run r WHERE r.id = run_row.run_id),
  pair = CONCAT(RIGHT(character_ref, 100), ' ', RIGHT(performance_ref, 100)),
  delivered_at = CASE WHEN state IN ('SUCCEEDED', 'REUSED') THEN finished_at END;

CREATE INDEX run_row_by_name ON run_row (job, row_key, delivered_at DESC);
CREATE INDEX run_row_by_pair ON run_row (job, pair, delivered_at DESC);
