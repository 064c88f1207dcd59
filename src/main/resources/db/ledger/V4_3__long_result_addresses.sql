-- A pre-signed address may be long, and one that is cut fetches nothing.
ALTER TABLE run_row ALTER COLUMN video_url SET DATA TYPE VARCHAR(100000);
