INSERT INTO ledger (id, created_at) VALUES (CAST(gen_random_uuid() AS VARCHAR), CURRENT_TIMESTAMP);
