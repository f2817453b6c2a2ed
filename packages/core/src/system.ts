/** The dependencies of an installation, in the order in which admins see it. */
export const dependencyNames = [
  "database",
  "files",
  "index",
  "queue",
  "embeddings",
  "answers",
  "recognition",
  "libreoffice",
  "mail",
  "redis",
  "models",
  "speech",
] as const;
export type DependencyName = (typeof dependencyNames)[number];

/** The engines that can do the work of a dependency. */
export const engineNames = [
  "postgres",
  "embeddedPostgres",
  "disk",
  "s3",
  "sqlite",
  "qdrant",
  "embeddedQueue",
  "inngest",
  "local",
  "openai",
  "tesseract",
  "tesseractJs",
  "libreoffice",
  "smtp",
  "redis",
  "speechServer",
] as const;
export type EngineName = (typeof engineNames)[number];

/** The parts that have releases of their own beside the product's. */
export const releasedParts = [
  "embeddings",
  "features",
  "index",
  "reader_pdf",
  "reader_picture",
  "reader_office",
  "reader_sheet",
  "reader_web",
  "reader_mail",
  "reader_plain",
  "reader_container",
  "reader_recording",
] as const;
export type ReleasedPart = (typeof releasedParts)[number];

/** The variables of the environment, in the order in which admins see them. */
export const settingNames = [
  "NODE_ENV",
  "BESUNNY_DATA_DIR",
  "WEB_PORT",
  "ADMIN_PORT",
  "WORKER_PORT",
  "GOOGLE_CLIENT_ID",
  "GOOGLE_CLIENT_SECRET",
  "GOOGLE_PUBSUB_TOPIC",
  "GOOGLE_PUBSUB_TOKEN",
  "MICROSOFT_CLIENT_ID",
  "MICROSOFT_CLIENT_SECRET",
  "MICROSOFT_TENANT",
  "DROPBOX_CLIENT_ID",
  "DROPBOX_CLIENT_SECRET",
  "IMAP_ALLOW",
  "SSO_ALLOW",
  "WEBHOOK_ALLOW",
  "SUPABASE_URL",
  "SUPABASE_JWT_SECRET",
  "SUPABASE_PUBLISHABLE_KEY",
  "DOUBLES",
  "DOUBLES_URL",
  "BIND_HOST",
  "ADMIN_BIND_HOST",
  "WEB_URL",
  "ADMIN_URL",
  "WORKER_URL",
  "TRUSTED_PROXIES",
  "INSTALL_REGION",
  "METRICS_TOKEN",
  "BESUNNY_ADMIN_EMAIL",
  "SIGN_UP",
  "SESSION_IDLE_DAYS",
  "AUTH_SECRET",
  "ENCRYPTION_KEY",
  "ENCRYPTION_KEY_BEFORE",
  "ENCRYPTION_KMS_KEY",
  "ENCRYPTION_KMS_REGION",
  "ENCRYPTION_KMS_ENDPOINT",
  "DATABASE_URL",
  "REDIS_URL",
  "QDRANT_URL",
  "QDRANT_API_KEY",
  "JOBS_ENGINE",
  "INNGEST_DEV",
  "INNGEST_BASE_URL",
  "INNGEST_EVENT_KEY",
  "INNGEST_SIGNING_KEY",
  "RUN_RETENTION_DAYS",
  "EVENT_RETENTION_DAYS",
  "SEARCH_RETENTION_DAYS",
  "TRASH_RETENTION_DAYS",
  "BACKUP_RETENTION_DAYS",
  "S3_BUCKET",
  "S3_REGION",
  "S3_ENDPOINT",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "STRIPE_API_URL",
  "SMTP_URL",
  "MAIL_FROM",
  "OPENAI_API_KEY",
  "OPENAI_BASE_URL",
  "OPENAI_MODEL",
  "OPENAI_EMBEDDING_MODEL",
  "OPENAI_EMBEDDING_DIMENSIONS",
  "OPENAI_TUNING_MODEL",
  "OPENAI_TUNING_USD_PER_MILLION",
  "TRANSCRIPTION_URL",
  "TRANSCRIPTION_MODEL",
  "TRANSCRIPTION_KEY",
  "OCR_LANGUAGES",
  "LIBREOFFICE_PATH",
] as const;
export type SettingName = (typeof settingNames)[number];

/** `environment`: somebody set it. `generated`: BeSunny made it and keeps it in secrets.json. `none`: it has no value. */
export const settingSources = ["default", "environment", "generated", "none"] as const;
export type SettingSource = (typeof settingSources)[number];

/** The parts of the data directory. */
export const diskParts = ["files", "database", "index", "models", "uploads", "other"] as const;
export type DiskPart = (typeof diskParts)[number];

/** The engine that does the work of a dependency; null: nothing does, because it is not set up. `version` is null where the engine reports none. */
export type Engine = { name: DependencyName; engine: EngineName | null; version: string | null };

/** The outcome of a test. `finding` is what it saw when it passed, such as "18.1"; `problem` is why it failed, without secrets. */
export type TestResult = { tookMs: number } & (
  | { isOk: true; finding: string }
  | { isOk: false; problem: string }
);

/** A variable. `value` is null for secrets and for what has no value; addresses come without user and password. */
export type Setting = {
  name: SettingName;
  value: string | null;
  source: SettingSource;
  isSecret: boolean;
};

/** The releases that this process runs. */
export type Releases = {
  product: string;
  node: string;
  parts: { name: ReleasedPart; release: string }[];
};

/** The installation as the process of the admin app sees it. */
export type System = {
  /** Returns the engine of each dependency. Rejects with nothing: an engine that does not answer has no version. */
  engines(): Promise<Engine[]>;
  /** Tries the real thing, for half a minute at most. Never rejects for a dependency that fails. */
  test(name: DependencyName): Promise<TestResult>;
  settings(): Setting[];
  /** Returns the bytes of each part of the data directory. It is counted again after some minutes. */
  sizes(): Promise<{ countedAt: Date; parts: { name: DiskPart; bytes: number }[] }>;
  releases(): Releases;
};

/** The places of a main key: the data directory, a variable, or AWS KMS. */
export const mainKeyPlaces = ["file", "variable", "kms"] as const;
export type MainKeyPlace = (typeof mainKeyPlaces)[number];
