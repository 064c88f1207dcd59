-- References may be fetched from elsewhere, and may be usable and yet worth a word.
ALTER TABLE asset_ref ADD COLUMN fetched BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE asset_ref ADD COLUMN note VARCHAR(4000);
