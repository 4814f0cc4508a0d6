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

-- The positions on each question: who says what, in which source, how firmly, and when that was published.
-- Where the standing is "rejected", the source passes the position on and disputes it.
CREATE VIEW positions_taken AS
SELECT
  questions.title AS question_title,
  answers.question,
  positions.label AS position_label,
  answers.position,
  answers.claim,
  claims.text,
  coalesce(actors.name, sources.label) AS said_by,
  answers.standing,
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
    FROM (
      SELECT source FROM name_uses WHERE record = names.record AND name = names.number
      GROUP BY source ORDER BY min(number)
    )
  ) AS used_by,
  records.page
FROM names
JOIN records ON records.id = names.record
ORDER BY names.text COLLATE NOCASE, names.record, names.number;

-- The events in time, with where they happened and who took part. What every source rejects that tells of it is left
-- out; what is alleged or contested says so.
CREATE VIEW events_in_time AS
WITH firmness (standing, mark) AS (
  VALUES ('asserted', ''), ('suggested', ''), ('reported', ''), ('alleged', ' (alleged)'), ('contested', ' (contested)')
),
first_dates AS (
  SELECT event, date_earliest, date_latest, row_number() OVER (
    PARTITION BY event ORDER BY date_earliest IS NOT NULL, date_earliest, date_latest IS NULL, date_latest, date
  ) AS place
  FROM event_dates
  WHERE standing <> 'rejected'
)
SELECT
  (
    SELECT group_concat(words, ' or ')
    FROM (
      SELECT coalesce(as_given, date) || mark AS words FROM event_dates JOIN firmness USING (standing)
      WHERE event_dates.event = events.id ORDER BY event_dates.number
    )
  ) AS dates,
  first_dates.date_earliest,
  first_dates.date_latest,
  events.title,
  events.type,
  events.standing,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT places.name || mark AS name
      FROM event_places JOIN firmness USING (standing) JOIN places ON places.id = event_places.place
      WHERE event_places.event = events.id ORDER BY event_places.number
    )
  ) AS places,
  (
    SELECT group_concat(part, '; ')
    FROM (
      SELECT actors.name || ' (' || participants.role || ')' || mark AS part
      FROM participants JOIN firmness USING (standing) JOIN actors ON actors.id = participants.actor
      WHERE participants.event = events.id ORDER BY participants.number
    )
  ) AS actors,
  events.id AS event,
  events.page
FROM events
LEFT JOIN first_dates ON first_dates.event = events.id AND first_dates.place = 1
WHERE events.standing <> 'rejected'
ORDER BY
  first_dates.event IS NULL, first_dates.date_earliest IS NOT NULL, first_dates.date_earliest,
  first_dates.date_latest IS NULL, first_dates.date_latest, events.id;

-- The claims that say or deny the statements of all kinds, each with how firmly it does so.
CREATE VIEW statement_claims AS
SELECT 'relation' AS kind, actor AS record, relation AS number, stance, standing, claim FROM relation_claims
UNION ALL SELECT 'event', event, 1, stance, standing, claim FROM event_claims
UNION ALL SELECT 'date', event, event_date, stance, standing, claim FROM event_date_claims
UNION ALL SELECT 'place', event, event_place, stance, standing, claim FROM event_place_claims
UNION ALL SELECT 'participant', event, participant, stance, standing, claim FROM participant_claims
UNION ALL SELECT 'position', answers.question, positions.number, 'says', answers.standing, answers.claim
  FROM answers JOIN positions ON positions.question = answers.question AND positions.position = answers.position
UNION ALL SELECT 'phase', NULL, phase, stance, standing, claim FROM phase_claims;

-- Every statement of all kinds in words: what an actor is to another, that an event happened, when, where and with whom,
-- the answers to questions, and phases. It says how the statement stands, which sources say so, and which dispute or
-- deny it. A position has no standing of its own, for the others speak against it; its sources have one each.
CREATE VIEW statements AS
WITH newest (day) AS (SELECT coalesce(max(issued_latest), '9999-12-31') FROM sources),
told (kind, record, number, words, standing) AS (
  SELECT 'relation', relations.actor, relations.number,
    actors.name || ' ' || iif(relations.past OR relations.period_latest < newest.day, types.past, types.words)
      || ' ' || others.name || coalesce(' (' || relations.period || ')', ''),
    relations.standing
  FROM relations
  JOIN newest
  JOIN actors ON actors.id = relations.actor
  JOIN actors AS others ON others.id = relations.other
  JOIN types ON types.kind = 'relation' AND types.type = relations.type
  UNION ALL
  SELECT 'event', id, 1, 'It happened: ' || title, standing FROM events
  UNION ALL
  SELECT 'date', event, number, events.title || ': ' || coalesce(as_given, date), event_dates.standing
  FROM event_dates JOIN events ON events.id = event_dates.event
  UNION ALL
  SELECT 'place', event, number, events.title || ': at ' || places.name, event_places.standing
  FROM event_places JOIN events ON events.id = event_places.event JOIN places ON places.id = event_places.place
  UNION ALL
  SELECT 'participant', event, number, events.title || ': ' || actors.name || ' ' || types.words, participants.standing
  FROM participants
  JOIN events ON events.id = participants.event
  JOIN actors ON actors.id = participants.actor
  JOIN types ON types.kind = 'role' AND types.type = participants.role
  UNION ALL
  SELECT 'position', question, number, questions.title || ' ' || positions.label, NULL
  FROM positions JOIN questions ON questions.id = positions.question
  UNION ALL
  SELECT 'phase', NULL, number, title || ' (' || period || ')', standing FROM phases
),
voices (kind, record, number, speaks, source, label) AS (
  SELECT DISTINCT statement_claims.kind, record, statement_claims.number,
    CASE
      WHEN stance = 'says' AND statement_claims.standing <> 'rejected' THEN 'for'
      WHEN stance = 'denies' AND statement_claims.standing = 'rejected' THEN NULL
      -- What an author disputes in others' words on an event is a part of it only, unless there is nothing else.
      WHEN stance = 'says' AND statement_claims.kind = 'event' AND events.standing <> 'rejected' THEN NULL
      ELSE 'against'
    END,
    sources.id, sources.label
  FROM statement_claims
  JOIN claims ON claims.id = statement_claims.claim
  JOIN sources ON sources.id = claims.source
  LEFT JOIN events ON events.id = statement_claims.record
),
heard (kind, record, number, speaks, sources) AS (
  SELECT kind, coalesce(record, ''), number, speaks, group_concat(label, '; ')
  FROM (SELECT * FROM voices ORDER BY source)
  GROUP BY kind, record, number, speaks
)
SELECT
  told.kind,
  told.record,
  told.number,
  iif(standing = 'rejected', 'Rejected by every source that tells of it: ', '') || words AS words,
  standing,
  sayers.sources AS said_by,
  opponents.sources AS disputed_or_denied_by
FROM told
LEFT JOIN heard AS sayers ON sayers.kind = told.kind AND sayers.record = coalesce(told.record, '')
  AND sayers.number = told.number AND sayers.speaks = 'for'
LEFT JOIN heard AS opponents ON opponents.kind = told.kind AND opponents.record = coalesce(told.record, '')
  AND opponents.number = told.number AND opponents.speaks = 'against';
