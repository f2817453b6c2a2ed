import { explainLanguage, languagesWithoutModel } from "@besunny/reading/pool/check-languages";
import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";

import { findPlaces } from "./places";

const port = z.coerce.number().int().min(1).max(65535);
const host = z.union([z.ipv4(), z.ipv6(), z.hostname()], {
  error: "needs an address of this machine, or 0.0.0.0 for all of them",
});
const url = z.url();
const MOST_DAYS = 36_500;
const days = z.coerce.number().int().min(1).max(MOST_DAYS);

const encryptionKey = z
  .string()
  .trim()
  .refine(
    (key) => /^[A-Za-z0-9+/]{43}=$/.test(key),
    "needs 32 bytes in base64, as `openssl rand -base64 32` prints them",
  );

const domain = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The people who may sign up: everybody, nobody, or everybody with an address of these domains. */
const signUp = z
  .string()
  .trim()
  .toLowerCase()
  .default("open")
  .transform((given) => (given === "open" || given === "closed" ? given : given.split(/\s*,\s*/)))
  .refine(
    (given) => typeof given === "string" || given.every((each) => domain.test(each)),
    "needs open, closed, or domains with commas between them",
  );

/** Every variable there is. All are optional: what is not set runs embedded. `.env.example` says what each is for. */
export function readEnv() {
  return createEnv({
    server: {
      NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
      BESUNNY_DATA_DIR: z.string().default(".besunny"),
      BESUNNY_ADMIN_EMAIL: z.email().optional(),
      DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
      REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
      QDRANT_URL: url.optional(),
      QDRANT_API_KEY: z.string().optional(),
      OPENAI_API_KEY: z.string().optional(),
      OPENAI_BASE_URL: url.optional(),
      OPENAI_MODEL: z.string().optional(),
      OPENAI_TUNING_MODEL: z.string().optional(),
      OPENAI_TUNING_USD_PER_MILLION: z.coerce.number().nonnegative().optional(),
      OPENAI_EMBEDDING_MODEL: z.string().optional(),
      OPENAI_EMBEDDING_DIMENSIONS: z.coerce.number().int().min(1).optional(),
      TRANSCRIPTION_URL: url.optional(),
      TRANSCRIPTION_MODEL: z.string().optional(),
      TRANSCRIPTION_KEY: z.string().optional(),
      JOBS_ENGINE: z.enum(["embedded", "inngest"]).default("embedded"),
      INNGEST_DEV: z.string().optional(),
      INNGEST_EVENT_KEY: z.string().optional(),
      INNGEST_SIGNING_KEY: z.string().optional(),
      INNGEST_BASE_URL: url.optional(),
      RUN_RETENTION_DAYS: days.default(30),
      EVENT_RETENTION_DAYS: days.default(30),
      SEARCH_RETENTION_DAYS: days.default(90),
      TRASH_RETENTION_DAYS: z.coerce.number().int().min(0).max(MOST_DAYS).default(30),
      BACKUP_RETENTION_DAYS: days.optional(),
      S3_BUCKET: z.string().optional(),
      S3_REGION: z.string().default("us-east-1"),
      S3_ENDPOINT: url.optional(),
      S3_ACCESS_KEY_ID: z.string().optional(),
      S3_SECRET_ACCESS_KEY: z.string().optional(),
      STRIPE_SECRET_KEY: z.string().optional(),
      STRIPE_WEBHOOK_SECRET: z.string().optional(),
      STRIPE_API_URL: url.optional(),
      AUDIT_ANCHORS_BUCKET: z.string().optional(),
      AUDIT_ANCHORS_DAYS: days.default(365),
      AUDIT_ANCHORS_HOOK: url.optional(),
      AUDIT_ANCHORS_MAIL_TO: z.email().optional(),
      SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
      MAIL_FROM: z.string().default("BeSunny <besunny@localhost>"),
      TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
      SIGN_UP: signUp,
      SESSION_IDLE_DAYS: z.coerce.number().int().min(1).max(30).default(14),
      AUTH_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
      ENCRYPTION_KEY: encryptionKey.optional(),
      ENCRYPTION_KEY_BEFORE: z
        .string()
        .transform((keys) => keys.split(/\s*,\s*/))
        .pipe(z.array(encryptionKey))
        .optional(),
      ENCRYPTION_KMS_KEY: z.string().max(2048).optional(),
      ENCRYPTION_KMS_REGION: z.string().max(100).optional(),
      ENCRYPTION_KMS_ENDPOINT: url.optional(),
      GOOGLE_CLIENT_ID: z.string().optional(),
      GOOGLE_CLIENT_SECRET: z.string().optional(),
      GOOGLE_PUBSUB_TOPIC: z.string().optional(),
      GOOGLE_PUBSUB_TOKEN: z.string().min(20).optional(),
      MICROSOFT_CLIENT_ID: z.string().optional(),
      MICROSOFT_CLIENT_SECRET: z.string().optional(),
      MICROSOFT_TENANT: z.string().default("common"),
      DROPBOX_CLIENT_ID: z.string().optional(),
      DROPBOX_CLIENT_SECRET: z.string().optional(),
      IMAP_ALLOW: z
        .string()
        .transform((given) => given.split(/\s*,\s*/).filter(Boolean))
        .optional(),
      SUPABASE_URL: url.optional(),
      SUPABASE_JWT_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
      SUPABASE_PUBLISHABLE_KEY: z.string().optional(),
      SLACK_CLIENT_ID: z.string().optional(),
      SLACK_CLIENT_SECRET: z.string().optional(),
      SLACK_SIGNING_SECRET: z.string().optional(),
      SLACK_URL: url.optional(),
      WEBHOOK_ALLOW: z
        .string()
        .transform((given) => given.split(/\s*,\s*/).filter(Boolean))
        .optional(),
      SSO_ALLOW: z
        .string()
        .transform((given) => given.split(/\s*,\s*/).filter(Boolean))
        .optional(),
      DOUBLES: z
        .enum(["0", "1"])
        .default("0")
        .transform((given) => given === "1"),
      DOUBLES_URL: url.optional(),
      BIND_HOST: host.default("127.0.0.1"),
      ADMIN_BIND_HOST: host.default("127.0.0.1"),
      INSTALL_REGION: z.string().trim().max(60).optional(),
      METRICS_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
      WEB_PORT: port.default(3000),
      ADMIN_PORT: port.default(3001),
      WORKER_PORT: port.default(3002),
      WEB_URL: url.optional(),
      ADMIN_URL: url.optional(),
      WORKER_URL: url.optional(),
      LIBREOFFICE_PATH: z.string().optional(),
      OCR_LANGUAGES: z
        .string()
        .regex(/^[a-z]{3}(_[a-z]+)?(,[a-z]{3}(_[a-z]+)?)*$/, "needs codes such as eng,deu")
        .default("eng")
        .transform((codes) => codes.split(","))
        .superRefine(checkLanguages),
    },
    runtimeEnv: process.env,
    emptyStringAsUndefined: true,
    skipValidation: false,
    createFinalSchema: (shape) =>
      z
        .object(shape)
        .superRefine(checkInngest)
        .superRefine(checkTranscription)
        .superRefine(checkStripe),
    onValidationError: (issues) => {
      const lines = issues.map(({ path, message }) => `  ${path?.join(".") ?? "?"}: ${message}`);
      throw new EnvError(
        `These variables are set to something that BeSunny cannot use:\n${lines.join("\n")}\nCorrect or unset them; .env.example lists them all.`,
      );
    },
  });
}

/** Better here, beside the other variables and before anything is made, than when the reader is. */
function checkLanguages(languages: string[], context: z.RefinementCtx): void {
  const NODE_ENV = process.env.NODE_ENV === "production" ? "production" : "development";
  const { readingChild } = findPlaces({ BESUNNY_DATA_DIR: "", NODE_ENV });
  for (const language of languagesWithoutModel(languages, readingChild))
    context.addIssue({ code: "custom", message: explainLanguage(language, readingChild) });
}

type InngestSettings = {
  NODE_ENV: string;
  JOBS_ENGINE: string;
  INNGEST_DEV?: string | undefined;
  INNGEST_EVENT_KEY?: string | undefined;
  INNGEST_SIGNING_KEY?: string | undefined;
};

/** Inngest's dev mode checks no signatures, so in production anybody could call the functions. */
function checkInngest(env: InngestSettings, context: z.RefinementCtx): void {
  if (env.JOBS_ENGINE !== "inngest" || env.NODE_ENV !== "production") return;
  const refuse = (name: keyof InngestSettings, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  if (env.INNGEST_DEV && !/^(0|false)$/i.test(env.INNGEST_DEV)) {
    refuse("INNGEST_DEV", "turns signatures off, which production must not do; unset it");
  }
  for (const name of ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const) {
    if (!env[name]) refuse(name, "is needed by JOBS_ENGINE=inngest in production");
  }
}

type SpeechSettings = {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  TRANSCRIPTION_URL?: string | undefined;
  TRANSCRIPTION_MODEL?: string | undefined;
  TRANSCRIPTION_KEY?: string | undefined;
};

/** A model is chosen by name alone: recordings go where somebody said so. */
function checkTranscription(env: SpeechSettings, context: z.RefinementCtx): void {
  const refuse = (message: string) =>
    context.addIssue({ code: "custom", path: ["TRANSCRIPTION_MODEL"], message });
  const { TRANSCRIPTION_URL, TRANSCRIPTION_MODEL, TRANSCRIPTION_KEY } = env;
  if ((TRANSCRIPTION_URL || TRANSCRIPTION_KEY) && !TRANSCRIPTION_MODEL)
    refuse("is needed by TRANSCRIPTION_URL and TRANSCRIPTION_KEY");
  const hasServer =
    TRANSCRIPTION_URL ?? TRANSCRIPTION_KEY ?? env.OPENAI_BASE_URL ?? env.OPENAI_API_KEY;
  if (TRANSCRIPTION_MODEL && !hasServer)
    refuse("needs TRANSCRIPTION_URL, the address of a server for speech, or OPENAI_API_KEY");
}

/** Money is taken only where what Stripe says can be proven. */
function checkStripe(
  env: { STRIPE_SECRET_KEY?: string | undefined; STRIPE_WEBHOOK_SECRET?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (Boolean(env.STRIPE_SECRET_KEY) === Boolean(env.STRIPE_WEBHOOK_SECRET)) return;
  context.addIssue({
    code: "custom",
    path: [env.STRIPE_SECRET_KEY ? "STRIPE_WEBHOOK_SECRET" : "STRIPE_SECRET_KEY"],
    message: "is needed too: Stripe needs both",
  });
}

/** Returns the names of the variables that somebody set. Like in `readEnv`, an empty text is none. */
export function setVariables(): ReadonlySet<string> {
  return new Set(Object.keys(process.env).filter((name) => process.env[name]));
}

export type Env = ReturnType<typeof readEnv>;

export class EnvError extends Error {
  override readonly name = "EnvError";
}
