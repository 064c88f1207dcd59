-- Few rows follow another, and H2 wrote this index anew at each move of each row.
CREATE TABLE follower (                       -- rows that wait for the end of an identical one
  run_id VARCHAR(100) NOT NULL,
  leader BIGINT NOT NULL,                     -- its row_no
  row_no BIGINT NOT NULL,
  PRIMARY KEY (run_id, leader, row_no)
);
INSERT INTO follower (run_id, leader, row_no)
SELECT run_id, follows, row_no FROM run_row WHERE follows IS NOT NULL AND state = 'PENDING';
DROP INDEX run_row_by_leader;
