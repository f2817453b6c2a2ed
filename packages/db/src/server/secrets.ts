import { randomBytes, randomUUID } from "node:crypto";
import { chown, link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { errorCode } from "@besunny/sql/error-code";
import { PreparationError } from "@besunny/sql/preparation-error";
import { makeDirectory } from "./make-directory";

/** The secrets that BeSunny generates for itself and keeps in `secrets.json` of the data directory. Only the owner can read the file. */
export type Secrets = {
  /** Password of `postgres`, superuser of the embedded cluster. */
  postgresPassword: string;
  /** The last port of the embedded cluster on 127.0.0.1. */
  postgresPort: number;
  /** The directory of the embedded cluster's files; absent before the first start. */
  postgresDirectory?: string;
  /** Password of `besunny_owner`, who owns the embedded database and migrates it. */
  ownerPassword: string;
  appPassword: string;
  identityPassword: string;
  platformPassword: string;
  enginePassword: string;
  /** Signs sessions; 32 bytes, base64url. */
  authSecret: string;
  /** The main key: it wraps the keys of files and secrets; 32 bytes, base64. */
  encryptionKey: string;
  /** Main keys of before, the newest first. They open what they wrapped. */
  encryptionKeysBefore?: string[];
};

type Place = { dataDirectory: string };

const firstPort = 15432;

/** Returns the secrets, or null before the first start. Throws `PreparationError` if the file exists and cannot be read. */
export async function readSecrets({ dataDirectory }: Place): Promise<Secrets | null> {
  const path = secretsPath(dataDirectory);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    if (errorCode(error) === "ENOTDIR") throw inTheWay(dataDirectory, error);
    throw unreadable(path, error);
  });
  if (text === null) return null;

  const known = parsed(path, text);
  const missing = Object.entries(generated()).filter(([name]) => !(name in known));
  return asSecrets({ ...Object.fromEntries(missing), ...known });
}

/** Returns the secrets and generates them at the first start. Two processes that start at once get the same secrets. */
export async function ensureSecrets({ dataDirectory }: Place): Promise<Secrets> {
  const known = await readSecrets({ dataDirectory });
  if (known) return known;

  await makeDataDirectory(dataDirectory);
  const draft = await writeDraft(dataDirectory, generated());
  try {
    await link(draft, secretsPath(dataDirectory));
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw unwritable(dataDirectory, error);
  } finally {
    await rm(draft, { force: true });
  }
  const kept = await readSecrets({ dataDirectory });
  if (!kept) throw unwritable(dataDirectory, undefined);
  return kept;
}

/** Changes some of the secrets and returns all. A reader sees the old file or the new one, never a mix. */
export async function updateSecrets(
  { dataDirectory }: Place,
  changes: Partial<Secrets>,
): Promise<Secrets> {
  const secrets = { ...(await ensureSecrets({ dataDirectory })), ...changes };
  const draft = await writeDraft(dataDirectory, secrets);
  await rename(draft, secretsPath(dataDirectory)).catch((error: unknown) => {
    throw unwritable(dataDirectory, error);
  });
  return secrets;
}

function generated(): Secrets {
  const password = () => randomBytes(24).toString("base64url");
  return {
    postgresPassword: password(),
    postgresPort: firstPort,
    ownerPassword: password(),
    appPassword: password(),
    identityPassword: password(),
    platformPassword: password(),
    enginePassword: password(),
    authSecret: randomBytes(32).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
  };
}

function parsed(path: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // Falls through to the one message below.
  }
  throw new PreparationError(
    `${path} is damaged: it is not the JSON that BeSunny wrote.`,
    "Restore it from a backup: it holds the keys of the data beside it. To begin with nothing, move the whole directory away.",
  );
}

/** The file is ours, and the code above filled every field, so the cast is safe. */
function asSecrets(value: Record<string, unknown>): Secrets {
  return value as Secrets;
}

async function makeDataDirectory(dataDirectory: string): Promise<void> {
  // If we are root, PostgreSQL runs as another user, who must enter the directory and need not list it.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  await makeDirectory(dataDirectory, mode).catch((error: unknown) => {
    throw unwritable(dataDirectory, error);
  });
}

async function writeDraft(dataDirectory: string, secrets: Secrets): Promise<string> {
  const draft = join(dataDirectory, `secrets.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
    await leaveToOwner(dataDirectory, draft);
    return draft;
  } catch (error) {
    await rm(draft, { force: true });
    throw unwritable(dataDirectory, error);
  }
}

/** Makes the owner of the data directory the owner of the file, so that a start with sudo does not take the secrets from them. */
async function leaveToOwner(dataDirectory: string, draft: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dataDirectory);
  await chown(draft, uid, gid);
}

function secretsPath(dataDirectory: string): string {
  return join(dataDirectory, "secrets.json");
}

function unreadable(path: string, error: unknown): PreparationError {
  return new PreparationError(
    `${path} cannot be read (${errorCode(error)}).`,
    "Start BeSunny as the user who owns that file, or give the file to the user who starts it.",
    { cause: error },
  );
}

function inTheWay(dataDirectory: string, error: unknown): PreparationError {
  return new PreparationError(
    `${dataDirectory} cannot be the data directory: it is a file, or is below one.`,
    "Set BESUNNY_DATA_DIR to a directory, or move that file away.",
    { cause: error },
  );
}

function unwritable(dataDirectory: string, error: unknown): PreparationError {
  const code = errorCode(error);
  if (code === "ENOTDIR") return inTheWay(dataDirectory, error);
  if (code === "ENOSPC")
    return new PreparationError(
      `The disk that holds ${dataDirectory} is full.`,
      "Free some space, or set BESUNNY_DATA_DIR to a directory on another disk.",
      { cause: error },
    );
  return new PreparationError(
    `${dataDirectory} cannot be written (${code}).`,
    "Give the directory to the user who starts BeSunny, or set BESUNNY_DATA_DIR to one that user may write.",
    { cause: error },
  );
}
