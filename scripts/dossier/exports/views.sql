-- Full-text search. Datasette finds a search by the very spelling content="claims".
-- SELECT claims.* FROM claims_search JOIN claims ON claims.rowid = claims_search.rowid
-- WHERE claims_search MATCH 'lamp OR oil' ORDER BY claims_search.rank;
CREATE VIRTUAL TABLE claims_search USING fts5(
  text, content="claims", tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO claims_search (claims_search) VALUES ('rebuild');

CREATE VIRTUAL TABLE paragraphs_search USING fts5(
  text, content="paragraphs", tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO paragraphs_search (paragraphs_search) VALUES ('rebuild');

-- The claims of each source in reading order, with the paragraphs that make them.
CREATE VIEW claims_in_order AS
SELECT
  sources.label AS source_label,
  claims.source,
  claims.number,
  claims.id AS claim,
  claims.text,
  claims.kind,
  coalesce(actors.name, sources.label) AS said_by,
  claims.certainty,
  (
    SELECT group_concat(paragraph, ', ')
    FROM (SELECT paragraph FROM claim_paragraphs WHERE claim = claims.id ORDER BY number)
  ) AS paragraphs,
  claims.page
FROM claims
JOIN sources ON sources.id = claims.source
LEFT JOIN actors ON actors.id = claims.said_by
ORDER BY claims.source, claims.number;

-- The positions on each question: who says what, in which source, and when that was published.
CREATE VIEW positions_taken AS
SELECT
  questions.title AS question_title,
  answers.question,
  positions.label AS position_label,
  answers.position,
  answers.claim,
  claims.text,
  coalesce(actors.name, sources.label) AS said_by,
  claims.source,
  sources.issued,
  claims.as_of,
  claims.page
FROM answers
JOIN positions ON positions.question = answers.question AND positions.position = answers.position
JOIN questions ON questions.id = answers.question
JOIN claims ON claims.id = answers.claim
JOIN sources ON sources.id = claims.source
LEFT JOIN actors ON actors.id = claims.said_by
ORDER BY
  answers.question, positions.number, sources.issued_earliest IS NULL, sources.issued_earliest, claims.source, claims.number;

-- What disputes what: a row for each claim that contradicts another.
CREATE VIEW disputes AS
SELECT
  claims.id AS claim,
  claims.text,
  coalesce(actors.name, sources.label) AS said_by,
  claims.source,
  disputed.id AS disputed_claim,
  disputed.text AS disputed_text,
  coalesce(disputed_actors.name, disputed_sources.label) AS disputed_said_by,
  disputed.source AS disputed_source
FROM claim_links
JOIN claims ON claims.id = claim_links.claim
JOIN sources ON sources.id = claims.source
LEFT JOIN actors ON actors.id = claims.said_by
JOIN claims AS disputed ON disputed.id = claim_links.other
JOIN sources AS disputed_sources ON disputed_sources.id = disputed.source
LEFT JOIN actors AS disputed_actors ON disputed_actors.id = disputed.said_by
WHERE claim_links.type = 'disputes'
ORDER BY claims.source, claims.number, claim_links.number;

-- Every name, and the record that goes by it.
CREATE VIEW names_to_records AS
SELECT names.text AS name, names.kind, names.lang, records.id AS record, records.kind AS record_kind, records.heading,
  (
    SELECT group_concat(source, ', ')
    FROM (SELECT source FROM name_uses WHERE record = names.record AND name = names.number ORDER BY number)
  ) AS used_by,
  records.page
FROM names
JOIN records ON records.id = names.record
ORDER BY names.text COLLATE NOCASE, names.record, names.number;

-- The events in time, with where they happened and who took part.
CREATE VIEW events_in_time AS
SELECT
  events.date,
  events.date_earliest,
  events.date_latest,
  events.title,
  events.type,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT places.name FROM event_places JOIN places ON places.id = event_places.place
      WHERE event_places.event = events.id ORDER BY event_places.number
    )
  ) AS places,
  (
    SELECT group_concat(part, '; ')
    FROM (
      SELECT actors.name || ' (' || participants.role || ')' AS part
      FROM participants JOIN actors ON actors.id = participants.actor
      WHERE participants.event = events.id ORDER BY participants.number
    )
  ) AS actors,
  events.id AS event,
  events.page
FROM events
ORDER BY events.date_earliest, events.date_latest, events.id;
