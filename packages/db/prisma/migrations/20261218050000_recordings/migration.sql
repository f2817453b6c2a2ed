-- How many pieces of a recording are written down, and of how many. Null: it is no recording, or nobody works on it.
ALTER TABLE "documents" ADD COLUMN "pieces_done" INTEGER, ADD COLUMN "pieces_total" INTEGER;

-- The price of a minute of sound. Null: the model is not paid by the minute.
ALTER TABLE "model_prices" ADD COLUMN "audio_minute_micro" BIGINT,
  ADD CONSTRAINT "model_prices_no_audio_debts" CHECK (coalesce("audio_minute_micro", 0) >= 0);

ALTER TABLE "model_calls" DROP CONSTRAINT "model_calls_kind",
  ADD CONSTRAINT "model_calls_kind" CHECK ("kind" IN ('chat', 'answer', 'embedding', 'batch', 'tuning', 'transcription'));

-- What a server for speech gives for a model, as its answers showed, and the way of asking that it takes.
CREATE TABLE "speech_models" (
    "server" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "words" BOOLEAN NOT NULL,
    "times" BOOLEAN NOT NULL,
    "speakers" BOOLEAN NOT NULL,
    "confidence" BOOLEAN NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "speech_models_pkey" PRIMARY KEY ("server", "model"),
    CONSTRAINT "speech_models_way" CHECK ("way" IN ('words', 'segments', 'speakers', 'text'))
);
GRANT SELECT, INSERT, UPDATE ON "speech_models" TO besunny_platform;
