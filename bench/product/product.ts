import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { AppRouter } from "@besunny/api/client/router";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";

export type Person = { email: string; password: string };

/** The running product as a browser has it: signed in with a cookie, through the web app's own doors. */
export type Product = Awaited<ReturnType<typeof signIn>>;

export async function signIn(url: string, given?: Person) {
  const person = given ?? (await sampleSignIn());
  const cookies = new Map<string, string>();
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    origin: url,
  });

  const token = await visit("/api/auth/csrf");
  const { csrfToken } = await token.json();
  const signedIn = await visit("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ ...person, csrfToken, json: "true" }),
  });
  if (![...cookies.keys()].some((name) => name.endsWith(".session")))
    throw new Error(
      `Signing in as ${person.email} failed: ${signedIn.status} ${await signedIn.text()}`,
    );

  const trpc = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${url}/api/trpc`, transformer: superjson, headers })],
  });
  return { url, headers, trpc };

  async function visit(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${url}${path}`, {
      redirect: "manual",
      ...init,
      headers: headers(),
    }).catch(() => {
      throw new Error(`Nothing answers at ${url}. Start BeSunny with \`npm start\` first.`);
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", ...value] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value.join("="));
    }
    return response;
  }
}

/** Makes a person with a workspace of their own. */
export async function signUp(url: string, person: Person, workspaceName: string): Promise<void> {
  const headers = { origin: url };
  const stranger = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${url}/api/trpc`, transformer: superjson, headers })],
  });
  await stranger.identity.signUp.mutate({ ...person, name: "Bench", workspaceName });
}

/** The owner of the sample workspace in a data directory. */
export async function sampleSignIn(
  dataDirectory = process.env.BESUNNY_DATA_DIR ?? ".besunny",
): Promise<Person> {
  const path = join(dataDirectory, "sample-sign-ins.json");
  const signIns: unknown = JSON.parse(
    await readFile(path, "utf8").catch(() => {
      throw new Error(`There is no ${path}. Start BeSunny with \`npm start\` first.`);
    }),
  );
  const [owner] = Array.isArray(signIns) ? signIns : [];
  return { email: owner.email, password: owner.password };
}
