-- What runs have learned of a service: how long renders of a kind take, and at which rate it takes calls.

CREATE TABLE render_times (
  origin VARCHAR(500) NOT NULL,
  model VARCHAR(200) NOT NULL,
  resolution VARCHAR(5) NOT NULL,
  up_to INT NOT NULL,                         -- seconds: the longest performance of the class
  times TEXT NOT NULL,                        -- classes of render times and their weights, as the poll lane writes them
  PRIMARY KEY (origin, model, resolution, up_to)
);

ALTER TABLE rate_gate ADD COLUMN level BIGINT;   -- thousandths of a call a minute, or of a task at once; null: as configured
