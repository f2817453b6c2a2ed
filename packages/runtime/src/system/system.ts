import { setTimeout as sleep } from "node:timers/promises";

import type { DependencyName, Engine, EngineName, System, TestResult } from "@besunny/core/system";
import { dependencyNames } from "@besunny/core/system";
import { readingReleases } from "@besunny/document-model/reading-release";
import { hasProgram } from "@besunny/reading/pool/has-program";
import { programPath } from "@besunny/reading/pool/reader-child";

import { setVariables } from "../env";
import type { Places } from "../places";
import { productRelease } from "./product-release";
import { settingsOf, withoutSecrets } from "./settings";
import { createSizes } from "./sizes";
import { type Given, trials } from "./trials";

const readingFamilies = [
  "pdf",
  "picture",
  "office",
  "sheet",
  "web",
  "mail",
  "plain",
  "container",
  "recording",
] as const satisfies readonly (keyof typeof readingReleases)[];

const PATIENCE_MS = 30_000;

type Parts = Given & {
  places: Places;
  urls: { web: string; admin: string; worker: string };
  wantedIndex: string;
};

/** Returns the view of this installation that platform admins have, from the process of the admin app. */
export function createSystem(parts: Parts): System {
  const { env, tools, urls, places } = parts;
  return {
    engines: () => Promise.all(dependencyNames.map((name) => engineOf(name, parts))),

    async test(name): Promise<TestResult> {
      const startedAt = performance.now();
      const tookMs = () => Math.round(performance.now() - startedAt);
      const patience = new AbortController();
      try {
        const finding = await Promise.race([trials[name](parts), tooLong(patience.signal)]);
        return { isOk: true, finding, tookMs: tookMs() };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { isOk: false, problem: withoutSecrets(message, env), tookMs: tookMs() };
      } finally {
        patience.abort();
      }
    },

    settings: () =>
      settingsOf(env, setVariables(), {
        WEB_URL: urls.web,
        ADMIN_URL: urls.admin,
        WORKER_URL: urls.worker,
      }),
    sizes: createSizes(places.data, tools.clock),

    releases: () => ({
      product: productRelease(places.root),
      node: process.versions.node,
      parts: [
        { name: "embeddings", release: tools.ai.embeddingModel },
        { name: "features", release: tools.ai.featuresVersion },
        { name: "index", release: parts.wantedIndex },
        ...readingFamilies.map((family) => ({
          name: `reader_${family}` as const,
          release: String(readingReleases[family]),
        })),
      ],
    }),
  };
}

async function engineOf(name: DependencyName, { env, db, tools }: Parts): Promise<Engine> {
  const engine = (code: EngineName | null, version: string | null = null) => ({
    name,
    engine: code,
    version,
  });
  const embeds = env.OPENAI_API_KEY && env.OPENAI_EMBEDDING_MODEL;
  switch (name) {
    case "database":
      return engine(
        env.DATABASE_URL ? "postgres" : "embeddedPostgres",
        await db.platform.server.version().catch(() => null),
      );
    case "files":
      return engine(env.S3_BUCKET ? "s3" : "disk", env.S3_BUCKET ?? null);
    case "index":
      return engine(env.QDRANT_URL ? "qdrant" : "sqlite");
    case "queue":
      return engine(env.JOBS_ENGINE === "inngest" ? "inngest" : "embeddedQueue");
    case "embeddings":
      return engine(embeds ? "openai" : "local", tools.ai.embeddingModel);
    case "answers":
      return engine("local");
    case "recognition":
      return engine(
        hasProgram("tesseract", programPath()) ? "tesseract" : "tesseractJs",
        env.OCR_LANGUAGES.join(", "),
      );
    case "libreoffice":
      return engine(hasProgram("soffice", programPath()) ? "libreoffice" : null);
    case "mail":
      return engine(env.SMTP_URL ? "smtp" : null);
    case "redis":
      return engine(env.REDIS_URL ? "redis" : null);
    case "speech":
      return engine(tools.transcriber ? "speechServer" : null, tools.transcriber?.model);
    case "models":
      return engine(env.OPENAI_API_KEY ? "openai" : null, env.OPENAI_MODEL ?? null);
  }
}

async function tooLong(signal: AbortSignal): Promise<never> {
  await sleep(PATIENCE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  throw new Error(`No answer within ${PATIENCE_MS / 1000} seconds`);
}
