import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const LARGEST_BYTES = 25 * 1024 ** 2;
const endings: Record<string, string> = {
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  ogg: "audio/ogg",
  flac: "audio/flac",
  webm: "video/webm",
};

/** A request that the server took: its form, without the sound. */
export type SpeechRequest = {
  format: string;
  granularities: string[];
  language: string | null;
  fileName: string;
  mediaType: string;
  bytes: number;
};

/** The answer of the server: a body with a status (200 if absent), or nothing for as long as the client waits. */
export type SpeechAnswer =
  | { status?: number; body: string | object; headers?: Record<string, string> }
  | "silence";

/** The forms that a model takes. */
export type SpeechForms = readonly ("json" | "verbose_json" | "diarized_json")[];

/**
 * Starts a server that writes recordings down, in OpenAI's protocol. It refuses what OpenAI's own server refuses: another address, a wrong key, an
 * unknown model, and a form that the model does not take. Files need a known ending, and have 25 MB at most.
 */
export async function aSpeechServer(
  answer: (request: SpeechRequest, number: number) => SpeechAnswer,
  { forms = ["json", "verbose_json"], model = "whisper-test", key = "sk-test" } = {} as {
    forms?: SpeechForms;
    model?: string;
    key?: string;
  },
) {
  const requests: SpeechRequest[] = [];
  let calls = 0;
  const state = { answer };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    calls += 1;
    if (request.method !== "POST" || request.url !== "/v1/audio/transcriptions")
      return refuse(response, 404, "There is nothing here");
    if (request.headers.authorization !== `Bearer ${key}`)
      return refuse(response, 401, "Incorrect API key provided");
    const type = request.headers["content-type"] ?? "";
    const form = await new Response(Buffer.concat(chunks), { headers: { "content-type": type } })
      .formData()
      .catch(() => null);
    if (!form) return refuse(response, 400, "The request is no form");
    const problem = await problemOf(form, { forms, model });
    if (problem) return refuse(response, problem.status, problem.message);
    const asked = await requestOf(form);
    requests.push(asked);
    const given = state.answer(asked, requests.length);
    if (given === "silence") return;
    const isText = typeof given.body === "string";
    response
      .writeHead(given.status ?? 200, {
        "content-type": isText ? "text/plain" : "application/json",
        ...given.headers,
      })
      .end(typeof given.body === "string" ? given.body : JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  return Object.assign(state, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    key,
    model,
    /** The requests that were taken. */
    requests,
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  });
}

async function problemOf(
  form: FormData,
  { forms, model }: { forms: SpeechForms; model: string },
): Promise<{ status: number; message: string } | null> {
  const file = form.get("file");
  if (!(file instanceof File)) return { status: 400, message: "file is needed" };
  if (file.size > LARGEST_BYTES) return { status: 413, message: "Maximum content size exceeded" };
  const ending = file.name.split(".").at(-1) ?? "";
  if (!endings[ending] || file.type !== endings[ending] || file.size === 0)
    return { status: 400, message: `Invalid file format: ${file.name} ${file.type}` };
  if (form.get("model") !== model) return { status: 404, message: "model_not_found" };
  const format = form.get("response_format") ?? "json";
  if (!forms.some((each) => each === format))
    return { status: 400, message: `response_format '${format}' is not compatible with model` };
  const granularities = form.getAll("timestamp_granularities[]");
  if (granularities.length > 0 && format !== "verbose_json")
    return { status: 400, message: "timestamp_granularities needs verbose_json" };
  if (granularities.some((each) => each !== "word" && each !== "segment"))
    return { status: 400, message: "Invalid timestamp_granularities" };
  if (format === "diarized_json" && form.get("chunking_strategy") !== "auto")
    return { status: 400, message: "chunking_strategy is required" };
  if (form.get("stream") === "true") return { status: 400, message: "no streams here" };
  return null;
}

async function requestOf(form: FormData): Promise<SpeechRequest> {
  const file = form.get("file");
  const language = form.get("language");
  return {
    format: String(form.get("response_format")),
    granularities: form.getAll("timestamp_granularities[]").map(String),
    language: typeof language === "string" ? language : null,
    fileName: file instanceof File ? file.name : "",
    mediaType: file instanceof File ? file.type : "",
    bytes: file instanceof File ? file.size : 0,
  };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(JSON.stringify({ error: { message, type: "invalid_request_error" } }));
}

function addressOf(address: AddressInfo | string | null): { port: number } {
  return typeof address === "object" && address ? address : { port: 0 };
}
