import { type Setting, type SettingName, settingNames } from "@besunny/core/system";

import type { Env } from "../env";

type Kind = "plain" | "address" | "secret";

/** The form in which each variable may be shown: an address without its user and password, a secret not at all. */
const kinds = {
  NODE_ENV: "plain",
  BESUNNY_DATA_DIR: "plain",
  BESUNNY_ADMIN_EMAIL: "plain",
  DATABASE_URL: "address",
  REDIS_URL: "address",
  QDRANT_URL: "address",
  QDRANT_API_KEY: "secret",
  OPENAI_API_KEY: "secret",
  OPENAI_BASE_URL: "address",
  OPENAI_MODEL: "plain",
  OPENAI_EMBEDDING_MODEL: "plain",
  OPENAI_EMBEDDING_DIMENSIONS: "plain",
  OPENAI_TUNING_MODEL: "plain",
  OPENAI_TUNING_USD_PER_MILLION: "plain",
  TRANSCRIPTION_URL: "address",
  TRANSCRIPTION_MODEL: "plain",
  TRANSCRIPTION_KEY: "secret",
  JOBS_ENGINE: "plain",
  INNGEST_DEV: "plain",
  INNGEST_EVENT_KEY: "secret",
  INNGEST_SIGNING_KEY: "secret",
  INNGEST_BASE_URL: "address",
  RUN_RETENTION_DAYS: "plain",
  EVENT_RETENTION_DAYS: "plain",
  SEARCH_RETENTION_DAYS: "plain",
  TRASH_RETENTION_DAYS: "plain",
  BACKUP_RETENTION_DAYS: "plain",
  S3_BUCKET: "plain",
  S3_REGION: "plain",
  S3_ENDPOINT: "address",
  S3_ACCESS_KEY_ID: "secret",
  S3_SECRET_ACCESS_KEY: "secret",
  STRIPE_SECRET_KEY: "secret",
  STRIPE_WEBHOOK_SECRET: "secret",
  STRIPE_API_URL: "address",
  AUDIT_ANCHORS_BUCKET: "plain",
  AUDIT_ANCHORS_DAYS: "plain",
  AUDIT_ANCHORS_HOOK: "address",
  AUDIT_ANCHORS_MAIL_TO: "plain",
  SMTP_URL: "address",
  MAIL_FROM: "plain",
  TRUSTED_PROXIES: "plain",
  SIGN_UP: "plain",
  SESSION_IDLE_DAYS: "plain",
  AUTH_SECRET: "secret",
  ENCRYPTION_KEY: "secret",
  ENCRYPTION_KEY_BEFORE: "secret",
  ENCRYPTION_KMS_KEY: "plain",
  ENCRYPTION_KMS_REGION: "plain",
  ENCRYPTION_KMS_ENDPOINT: "address",
  GOOGLE_CLIENT_ID: "plain",
  GOOGLE_CLIENT_SECRET: "secret",
  GOOGLE_PUBSUB_TOPIC: "plain",
  GOOGLE_PUBSUB_TOKEN: "secret",
  MICROSOFT_CLIENT_ID: "plain",
  MICROSOFT_CLIENT_SECRET: "secret",
  MICROSOFT_TENANT: "plain",
  DROPBOX_CLIENT_ID: "plain",
  DROPBOX_CLIENT_SECRET: "secret",
  IMAP_ALLOW: "plain",
  SSO_ALLOW: "plain",
  SLACK_CLIENT_ID: "plain",
  SLACK_CLIENT_SECRET: "secret",
  SLACK_SIGNING_SECRET: "secret",
  SLACK_URL: "address",
  WEBHOOK_ALLOW: "plain",
  SUPABASE_URL: "address",
  SUPABASE_JWT_SECRET: "secret",
  SUPABASE_PUBLISHABLE_KEY: "secret",
  DOUBLES: "plain",
  DOUBLES_URL: "address",
  BIND_HOST: "plain",
  ADMIN_BIND_HOST: "plain",
  INSTALL_REGION: "plain",
  METRICS_TOKEN: "secret",
  WEB_PORT: "plain",
  ADMIN_PORT: "plain",
  WORKER_PORT: "plain",
  WEB_URL: "address",
  ADMIN_URL: "address",
  WORKER_URL: "address",
  OCR_LANGUAGES: "plain",
  LIBREOFFICE_PATH: "plain",
} as const satisfies Record<keyof Env & string, Kind> & Record<SettingName, Kind>;

/** The variables that BeSunny makes itself where nobody sets them. */
const generated: ReadonlySet<SettingName> = new Set([
  "AUTH_SECRET",
  "DATABASE_URL",
  "ENCRYPTION_KEY",
]);

/**
 * Returns every variable with its value, where that comes from, and without secrets. `given` holds the names that somebody set; `derived` has
 * values that follow from others.
 */
export function settingsOf(
  env: Env,
  given: ReadonlySet<string>,
  derived: Partial<Record<SettingName, string>>,
): Setting[] {
  return settingNames.map((name) => {
    const kind = kinds[name];
    const value = env[name] ?? derived[name];
    const isMade = generated.has(name) && !given.has(name);
    return {
      name,
      isSecret: kind === "secret",
      source: given.has(name)
        ? "environment"
        : isMade
          ? "generated"
          : value === undefined
            ? "none"
            : "default",
      value: value === undefined || kind === "secret" ? null : shown(String(value), kind),
    };
  });
}

/** Returns a message without the secrets and the addresses that could be in it. */
export function withoutSecrets(message: string, env: Env): string {
  let safe = message;
  for (const name of settingNames) {
    if (kinds[name] === "plain") continue;
    const values = [env[name]].flat().filter((value) => typeof value === "string");
    const parts = kinds[name] === "secret" ? values : [...values, ...values.flatMap(passwordsIn)];
    for (const part of parts) if (part.length > 3) safe = safe.replaceAll(part, "•••");
  }
  return safe;
}

function shown(value: string, kind: Kind): string {
  if (kind === "plain" || !URL.canParse(value)) return value;
  const { protocol, host, pathname } = new URL(value);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}

function passwordsIn(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { password, searchParams } = new URL(address);
  return [password, decodeURIComponent(password), ...searchParams.values()];
}
