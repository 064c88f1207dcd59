-- What a plan's price rests on, setting by setting: a plan that was approved is spent on these or not at all.
CREATE TABLE plan_basis (
  run_id VARCHAR(100) NOT NULL REFERENCES run (id),
  setting VARCHAR(60) NOT NULL,               -- as the job file or the command line calls it
  content TEXT NOT NULL,
  PRIMARY KEY (run_id, setting)
);

ALTER TABLE run ADD COLUMN manifest_file VARCHAR(4000); -- where the run's copy was taken from
ALTER TABLE run ADD COLUMN approved_credits BIGINT;     -- what the plan came to when it was approved
