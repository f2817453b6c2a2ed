-- The ways by which a person proves to be the owner of an account, and what each session proved.

-- Null: nobody has proven that mails to the address reach this person.
ALTER TABLE "users" ADD COLUMN "email_proven_at" TIMESTAMPTZ(3);

-- `method` is the way by which the session was opened. `confirmed_at` is when its person last proved who they are.
ALTER TABLE "sessions"
  ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password',
  ADD COLUMN "has_second_factor" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "confirmed_at" TIMESTAMPTZ(3);
UPDATE "sessions" SET "confirmed_at" = "created_at";
ALTER TABLE "sessions"
  ALTER COLUMN "confirmed_at" SET NOT NULL,
  ALTER COLUMN "confirmed_at" SET DEFAULT CURRENT_TIMESTAMP,
  ADD CONSTRAINT "sessions_method_check" CHECK ("method" IN ('password', 'passkey', 'oidc', 'saml', 'supabase'));

CREATE TABLE "address_proofs" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "address_proofs_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "address_proofs_token_hash_key" ON "address_proofs"("token_hash");
CREATE INDEX "address_proofs_user_id_idx" ON "address_proofs"("user_id");

-- The app that shows codes. `last_step` is the step of the last code that was taken: an older one, or the same, is refused.
CREATE TABLE "totp_factors" (
    "user_id" TEXT NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    CONSTRAINT "totp_factors_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "recovery_codes" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "recovery_codes_user_id_code_hash_key" ON "recovery_codes"("user_id", "code_hash");

CREATE TABLE "passkeys" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");
CREATE INDEX "passkeys_user_id_idx" ON "passkeys"("user_id");

-- A question that waits for its answer: the second factor of a sign-in, or what a passkey has to sign.
CREATE TABLE "sign_in_challenges" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT,
    "app" TEXT NOT NULL,
    "method" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "sign_in_challenges_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sign_in_challenges_purpose_check" CHECK ("purpose" IN ('second-factor', 'register', 'sign-in', 'confirm'))
);
CREATE UNIQUE INDEX "sign_in_challenges_token_hash_key" ON "sign_in_challenges"("token_hash");
CREATE INDEX "sign_in_challenges_user_id_idx" ON "sign_in_challenges"("user_id");

ALTER TABLE "address_proofs" ADD CONSTRAINT "address_proofs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sign_in_challenges" ADD CONSTRAINT "sign_in_challenges_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- All are of people, not of workspaces: besunny_identity alone reads them, and the sweep may remove what has run out.
GRANT SELECT, INSERT, UPDATE ON "address_proofs", "sign_in_challenges" TO besunny_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON "totp_factors", "recovery_codes", "passkeys" TO besunny_identity;
GRANT SELECT ("expires_at"), DELETE ON "address_proofs", "sign_in_challenges" TO besunny_platform;
