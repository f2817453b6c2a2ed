import NextAuth, { type AuthOptions } from "next-auth";

import { cookiesOf } from "./cookies";

type ApiRequest = Parameters<typeof NextAuth>[0] & object;

/** next-auth believes that it lives here unless an environment variable says otherwise. */
const ASSUMED_ORIGIN = "http://localhost:3000";

/**
 * next-auth's own routes below `/api/auth`, asked the way that needs nothing of Next around it. `origin` is where the app is reached;
 * redirects lead there.
 */
export async function answerAuth(
  request: Request,
  { path, options, origin }: { path: readonly string[]; options: AuthOptions; origin: string },
): Promise<Response> {
  const answer = emptyAnswer();
  const asked = {
    method: request.method,
    query: {
      ...Object.fromEntries(new URL(request.url).searchParams),
      nextauth: [...path],
    },
    headers: Object.fromEntries(request.headers),
    cookies: cookiesOf(request.headers),
    body: await bodyOf(request),
  };
  await NextAuth(asApiRequest(asked), asApiResponse(answer.response), options);
  return answer.finish((url) =>
    url.startsWith(ASSUMED_ORIGIN) ? origin + url.slice(ASSUMED_ORIGIN.length) : url,
  );
}

async function bodyOf(request: Request): Promise<Record<string, unknown> | undefined> {
  if (request.method !== "POST") return undefined;
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/json")) {
    const body = parsed(await request.text());
    return typeof body === "object" && body !== null ? { ...body } : {};
  }
  return Object.fromEntries(new URLSearchParams(await request.text()));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type HeaderValue = string | string[];

/** The few calls that next-auth makes on a response, kept until they can be made into one. */
function emptyAnswer() {
  const headers = new Map<string, HeaderValue>();
  let status = 200;
  let body: unknown;
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: HeaderValue) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json(value: unknown) {
      headers.set("content-type", "application/json");
      body = value;
    },
    send(value: unknown) {
      body = value;
    },
    end: () => undefined,
  };

  function finish(placed: (url: string) => string): Response {
    const sent = new Headers();
    for (const [name, value] of headers)
      for (const each of [value].flat())
        sent.append(name, name === "location" ? placed(each) : each);
    return new Response(textOf(body, placed), { status, headers: sent });
  }
  return { response, finish };
}

function textOf(body: unknown, placed: (url: string) => string): string | null {
  if (body === undefined || body === null) return null;
  if (typeof body !== "object") return String(body);
  const isRedirect = "url" in body && typeof body.url === "string";
  return JSON.stringify(isRedirect ? { ...body, url: placed(String(body.url)) } : body);
}

/** next-auth reads no more of a request than is here, but asks for the whole of Next's type. */
function asApiRequest(asked: object): ApiRequest {
  return asked as ApiRequest;
}

/** As above; which of its three overloads is meant, it sees from `params` not being there. */
function asApiResponse(response: object): never {
  return response as never;
}
