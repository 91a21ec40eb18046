-- The spelling in which texts are searched and names compared: the same as searchText() of src/domain/searchText.ts (src/server/search.test.ts
-- compares the two over every character). Immutable: only what the server itself brings stands in it.
CREATE FUNCTION search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  regexp_replace(btrim(regexp_replace(
    translate(
      regexp_replace(
        lower(regexp_replace(
          normalize(given, nfkc),
          -- invisible characters (Cf), a soft hyphen among them
          '[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]',
          '', 'g') COLLATE "und-x-icu"),
        -- loose accents, apostrophes
        '[\u0300-\u036f''`\u02b9-\u02bd\u2018-\u201b\u2032]', '', 'g'),
      'ёѐѝ', 'ееи') COLLATE "und-x-icu",
    '[^[:alnum:]]+', ' ', 'g')),
    '(?<=[0-9]) (?=[0-9])', '', 'g');

-- Existing rows get theirs here, every later one whenever it is written.
ALTER TABLE "Application" ADD COLUMN "searchText" text NOT NULL GENERATED ALWAYS AS
  (search_text("lastName" || ' ' || "firstName" || ' ' || patronymic || ' ' || coalesce(number, ''))) STORED;
ALTER TABLE "Employee" ADD COLUMN "searchText" text NOT NULL GENERATED ALWAYS AS
  (search_text("lastName" || ' ' || "firstName" || ' ' || patronymic || ' ' || coalesce(snils, ''))) STORED;
ALTER TABLE "Account" ADD COLUMN "searchText" text NOT NULL GENERATED ALWAYS AS
  (search_text("lastName" || ' ' || "firstName" || ' ' || patronymic || ' ' || coalesce(email, "pendingEmail", '') || ' ' || login)) STORED;

DROP INDEX "Application_search_idx";
CREATE INDEX "Application_search_idx" ON "Application" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "Employee_search_idx" ON "Employee" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "Account_search_idx" ON "Account" USING gin ("searchText" gin_trgm_ops);
